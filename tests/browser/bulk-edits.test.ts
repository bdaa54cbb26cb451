import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChromiumThere } from '../support/browser.ts';
import { press, tabTo } from './keyboard.ts';
import { openReview, reviewer, type OpenReview } from './open-review.ts';

const PHOTOS = 6;

/** Many photos at once: said, looked at, carried out, undone as one. The tests follow each other. */
describe.skipIf(!isChromiumThere())('edits of many photos', () => {
  let review: OpenReview;

  beforeAll(async () => {
    review = await openReview(PHOTOS);
  }, 240_000);

  afterAll(() => review.close());

  const dialog = () => review.page.getByRole('dialog', { name: 'Edit many photos' });
  const preview = () => dialog().getByRole('table', { name: 'What would be changed' }).getByRole('row');
  const outcome = () => dialog().getByRole('table', { name: 'What became of each photo' }).getByRole('row');
  const heading = (name: string) => dialog().getByRole('heading', { level: 2, name, exact: true }).waitFor();
  const captions = () => review.ids.map((_id, index) => review.published(index).caption);

  async function selectFirst(photos: number): Promise<void> {
    await press(review.page, 'Home', 'g');
    await review.page.locator('#cell-0').waitFor();
    await press(review.page, 's', ...Array.from({ length: photos - 1 }, () => 'Shift+ArrowRight'));
    await review.page.getByText(`${photos} selected`).waitFor();
  }

  test('words are found and replaced in the selection, after a preview, and one undo takes all of it back', async () => {
    const before = captions();
    await selectFirst(3);
    await press(review.page, 'm');
    await dialog().getByRole('button', { name: '3 selected', pressed: true }).waitFor();
    await review.isClean();
    await review.page.keyboard.type('frozen');
    await press(review.page, 'Tab');
    await review.page.keyboard.type('Thawing');
    await press(review.page, 'Enter');
    await heading('3 photos would change');
    expect(await preview().nth(1).textContent()).toMatch(/\.JPGCaption.*FrozenThawing Lake/);
    expect(await preview().count()).toBe(1 + 3);
    await review.isClean();
    expect(captions()).toEqual(before);

    // Somebody else was faster: nothing that nobody saw is written.
    const faster = { name: 'Una', roles: ['reviewer'] } as const;
    review.running.system.stores.reviews.edit(review.ids[1]!, { caption: 'A frozen lake, says Una' }, faster);
    await tabTo(review.page, dialog().getByRole('button', { name: 'Change 3 photos' }));
    await press(review.page, 'Enter');
    await dialog().getByText('the photos changed since the preview').waitFor();
    await review.isClean();
    expect(captions().filter((caption) => caption.includes('Thawing'))).toEqual([]);
    await tabTo(review.page, dialog().getByRole('button', { name: 'Look again' }));
    await press(review.page, 'Enter');
    await preview().filter({ hasText: 'says Una' }).waitFor();
    await tabTo(review.page, dialog().getByRole('button', { name: 'Change 3 photos' }));
    await press(review.page, 'Enter');
    await heading('Changed 3 photos');
    await review.isClean();
    expect(captions()).toEqual([
      before[0]!.replace('Frozen', 'Thawing'),
      'A Thawing lake, says Una',
      before[2]!.replace('Frozen', 'Thawing'),
      ...before.slice(3),
    ]);

    await tabTo(review.page, dialog().getByRole('button', { name: 'Undo all of it' }));
    await press(review.page, 'Enter');
    await heading('Undone: 3 photos');
    expect(captions()).toEqual([before[0], 'A frozen lake, says Una', ...before.slice(2)]);
    await press(review.page, 'Escape');
    await dialog().waitFor({ state: 'detached' });
    await press(review.page, 'Control+Shift+z');
    await expect.poll(() => review.published(2).caption).toContain('Thawing');
    await review.page.getByText('Done again: edit of 3 photos').first().waitFor();
    await press(review.page, 'Control+z');
    await expect.poll(() => review.published(2).caption).toBe(before[2]);
    await review.page.getByText('Undone: edit of 3 photos').first().waitFor();
  });

  test('keywords are counted, added and removed, and what cannot be written is left with its reason', async () => {
    review.running.system.stores.reviews.edit(review.ids[0]!, { keywords: ['ice', 'canal'] }, reviewer);
    review.running.system.stores.reviews.edit(review.ids[1]!, { keywords: ['ice'] }, reviewer);
    await press(review.page, 'm');
    await dialog().getByRole('button', { name: 'Keywords' }).click();
    const ice = dialog().getByRole('button', { name: 'ice (2)' });
    await ice.waitFor();
    await dialog().getByRole('button', { name: 'canal (1)' }).waitFor();
    await review.isClean();
    await ice.click();
    await dialog().getByRole('textbox', { name: 'Add' }).fill('winter, Canal');
    await dialog().getByText('removes 1, adds 2').waitFor();
    await review.isClean();
    await dialog().getByRole('button', { name: 'Preview' }).click();
    await heading('3 photos would change');
    await dialog().getByRole('button', { name: 'Change 3 photos' }).click();
    await heading('Changed 3 photos');
    expect(review.published(0).keywords).toEqual(['canal', 'winter']);
    expect(review.published(1).keywords).toEqual(['winter', 'Canal']);
    await dialog().getByRole('button', { name: 'Close' }).last().click();

    await press(review.page, 'm');
    await dialog().getByRole('button', { name: 'Keywords' }).waitFor();
    await dialog().getByRole('textbox', { name: 'Find' }).fill('canal');
    await dialog()
      .getByRole('textbox', { name: 'Replace by' })
      .fill(`canal ${'x'.repeat(60)}`);
    await dialog().getByRole('combobox', { name: 'In' }).click();
    await review.page.getByRole('option', { name: 'Keywords' }).click();
    await dialog().getByRole('button', { name: 'Preview' }).click();
    await heading('Nothing would change');
    expect(await preview().nth(1).textContent()).toMatch(/Left as it is: keywords.+64/);
    await review.isClean();
    await press(review.page, 'Escape');
    await dialog().waitFor({ state: 'detached' });

    await press(review.page, 'Control+z');
    await expect.poll(() => review.published(0).keywords).toEqual(['ice', 'canal']);
    await expect.poll(() => review.published(1).keywords).toEqual(['ice']);
  });

  test('one value is set for the whole list, and what is void then is said', async () => {
    const { revisionHash } = review.running.system.stores.reviews.view(review.ids[5]!);
    review.running.system.stores.reviews.approve(review.ids[5]!, { revisionHash }, reviewer);
    await press(review.page, 'Escape', 'm');
    await dialog()
      .getByRole('button', { name: `All ${PHOTOS} of this list`, pressed: true })
      .waitFor();
    await dialog().getByRole('button', { name: 'Set a field' }).click();
    await dialog().getByRole('textbox', { name: 'Value' }).fill('Ice on the lake');
    await review.isClean();
    await press(review.page, 'Enter');
    await heading(`${PHOTOS} photos would change`);
    expect(await preview().filter({ hasText: 'Its approval is void then' }).count()).toBe(1);
    await dialog()
      .getByRole('button', { name: `Change ${PHOTOS} photos` })
      .click();
    await heading(`Changed ${PHOTOS} photos`);
    expect(review.ids.map((_id, index) => review.published(index).headline)).toEqual(
      review.ids.map(() => 'Ice on the lake'),
    );
    expect(review.status(5)).toBe('pending');
    // Whoever comes back to the page still undoes all of it in one step.
    await review.page.reload();
    await review.page.getByTestId('save-state').waitFor();
    await press(review.page, 'Control+z');
    await review.page.getByText(`Undone: edit of ${PHOTOS} photos`).first().waitFor();
    expect(review.status(5)).toBe('approved');
    expect(review.ids.map((_id, index) => review.published(index).headline)).not.toContain('Ice on the lake');
  });

  test('the texts go out as a file and come back, and a line whose photo changed meanwhile is left', async () => {
    const before = captions();
    await press(review.page, 'm');
    await dialog().getByRole('button', { name: 'CSV file' }).click();
    await review.isClean();
    const [download] = await Promise.all([
      review.page.waitForEvent('download'),
      dialog()
        .getByRole('button', { name: `Save the texts of ${PHOTOS} photos as CSV` })
        .click(),
    ]);
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv.trim().split('\r\n')).toHaveLength(1 + PHOTOS);
    review.running.system.stores.reviews.edit(
      review.ids[4]!,
      { caption: 'Changed after the file was saved' },
      reviewer,
    );

    const file = dialog().getByLabel('A file that was changed');
    await file.setInputFiles({ name: 'no.csv', mimeType: 'text/csv', buffer: Buffer.from('caption\r\nA lake\r\n') });
    await dialog().getByRole('button', { name: 'Preview' }).click();
    await dialog().getByText('the first line names no column photo_id').waitFor();
    await review.isClean();
    const edited = csv.replaceAll('Frozen Lake', 'Frozen Pond');
    await file.setInputFiles({ name: 'edited.csv', mimeType: 'text/csv', buffer: Buffer.from(edited) });
    await dialog().getByRole('button', { name: 'Preview' }).click();
    await heading(`${PHOTOS - 1} photos would change`);
    expect(await preview().nth(1).textContent()).toContain(`photo ${review.ids[4]} changed since the file was written`);
    await review.isClean();
    await dialog()
      .getByRole('button', { name: `Change ${PHOTOS - 1} photos` })
      .click();
    await heading(`Changed ${PHOTOS - 1} photos`);
    expect(await outcome().nth(1).textContent()).toContain('left as it is');
    expect(review.published(4).caption).toBe('Changed after the file was saved');
    expect(review.published(2).caption).toBe(before[2]!.replaceAll('Frozen Lake', 'Frozen Pond'));
    await dialog().getByRole('button', { name: 'Close' }).last().click();
    await press(review.page, 'Control+z');
    await expect.poll(() => review.published(2).caption).toBe(before[2]);
    await expect.poll(() => review.published(0).caption).toBe(before[0]);
    expect(review.published(4).caption).toBe('Changed after the file was saved');
  });

  test('no page asked another origin, broke the content policy or logged an error but the two refusals', () => {
    expect(review.misdeeds).toEqual([
      expect.stringContaining('412 (Precondition Failed)'),
      expect.stringContaining('400 (Bad Request)'),
    ]);
  });
});
