import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChromiumThere, openPage, startBrowser, type Misdeeds } from '../support/browser.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { accessibilityFindings } from './axe.ts';
import { press, tabTo } from './keyboard.ts';

const PHOTOS = 6;
const PATIENCE_MS = 120_000;
const person = { name: 'Rita', roles: ['operator', 'reviewer', 'ops'] } as const;

/** What a reviewer writes into one photo and into many, and every way back. The tests follow each other. */
describe.skipIf(!isChromiumThere())('edits of a review', () => {
  let folder: string;
  let running: RunningSystem;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let misdeeds: Misdeeds;
  /** In the order of the session. */
  let ids: readonly number[];

  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    await generatePhotos(join(folder, 'lake'), PHOTOS);
    browser = await startBrowser();
    running = await startSystem(folder);
    await running.add({
      sourceFolder: join(folder, 'lake'),
      subject: 'Frozen Lake',
      location: 'Amsterdam Netherlands',
    });
    ids = running.system.stores.reviews.queue({ order: 'by-photo' }).map(({ photoId }) => photoId);
    context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    context.setDefaultTimeout(PATIENCE_MS);
    ({ page, misdeeds } = await openPage(context, running.system.apiUrl));
    await page.goto(`${running.system.apiUrl}/sign-in#${running.system.stores.sessions.offer(person)}`);
    await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor();
    await page.goto(`${running.system.apiUrl}/review?order=by-photo`);
    await atPhoto(1);
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await running.stop();
    await removeFolder(folder);
  });

  const atPhoto = (number: number) => page.getByText(`Photo ${number} of ${PHOTOS}`, { exact: true }).waitFor();
  const isClean = async () => expect(await accessibilityFindings(page)).toEqual([]);
  const published = (index: number) => running.system.stores.reviews.view(ids[index]!).published;
  const status = (index: number) => running.system.stores.dossiers.get(ids[index]!).review?.status;
  const tally = (words: string) => page.getByTestId('tally').filter({ hasText: words }).waitFor();
  const settled = () => page.getByText('Saved', { exact: true }).waitFor();

  test('every value of a field says who wrote it and when, and one of them is put back', async () => {
    await page.getByTestId('save-state').waitFor();
    const drafted = published(0).caption;
    await press(page, 'e', 'Control+a');
    await page.keyboard.type('A frozen lake near Amsterdam, seen by Rita');
    await press(page, 'Control+s', 'Escape');
    await settled();
    await press(page, 'v');
    const captions = page.getByRole('list', { name: 'History: Caption' }).getByRole('listitem');
    await captions.filter({ hasText: 'seen by Rita' }).waitFor();
    expect(await captions.allTextContents()).toEqual([
      expect.stringMatching(/^Rita, \d\d:\d\d:\d\dA frozen lake near Amsterdam, seen by Ritanow$/),
      expect.stringMatching(
        /^template: no model, nobody looked at the photo, prompt template\S*, \d\d:\d\d:\d\d.+Put back$/,
      ),
    ]);
    await isClean();
    await tabTo(page, page.getByRole('button', { name: /^Put back: Caption by template/ }));
    await press(page, 'Enter');
    await expect.poll(() => published(0).caption).toBe(drafted);
    await captions.nth(2).waitFor();
    expect(await captions.first().textContent()).toMatch(/^Rita, .+now$/);
    expect(await page.getByRole('textbox', { name: 'Caption' }).inputValue()).toBe(drafted);
    // It stays open for the next photo, and tells of that one.
    await press(page, 'Escape', 'ArrowRight');
    await atPhoto(2);
    await captions.filter({ hasText: published(1).caption }).waitFor();
    expect(await captions.count()).toBe(1);
    await press(page, 'v');
    await captions.first().waitFor({ state: 'detached' });
    await press(page, 'Home');
    await atPhoto(1);
  });

  test('what was done is undone after a reload, newest first, and each step shows its photo', async () => {
    const before = published(1).caption;
    await press(page, 'ArrowRight');
    await atPhoto(2);
    await page.getByTestId('save-state').waitFor();
    await press(page, 'e', 'Control+a');
    await page.keyboard.type('A second lake near Amsterdam');
    await press(page, 'Control+s', 'Escape');
    await settled();
    await press(page, 'End');
    await atPhoto(PHOTOS);
    await press(page, 'a');
    await expect.poll(() => status(PHOTOS - 1)).toBe('approved');
    await page.reload();
    await page.getByText(`End of ${PHOTOS}`, { exact: true }).waitFor();
    await press(page, 'Home');
    await atPhoto(1);
    await page.getByTestId('save-state').waitFor();

    await press(page, 'Control+z');
    await atPhoto(PHOTOS);
    await page.getByText(`Undone: approval, photo ${PHOTOS}`).first().waitFor();
    expect(status(PHOTOS - 1)).toBe('pending');
    await press(page, 'Control+z');
    await atPhoto(2);
    expect(published(1).caption).toBe(before);
    await expect.poll(() => page.getByRole('textbox', { name: 'Caption' }).inputValue()).toBe(before);

    await press(page, 'Control+Shift+z');
    await expect.poll(() => published(1).caption).toBe('A second lake near Amsterdam');
    await press(page, 'Control+Shift+z');
    await atPhoto(PHOTOS);
    await expect.poll(() => status(PHOTOS - 1)).toBe('approved');
    await press(page, 'Control+z');
    await expect.poll(() => status(PHOTOS - 1)).toBe('pending');
    await press(page, 'Control+z');
    await atPhoto(2);
    expect(published(1).caption).toBe(before);
  });

  test('a rejection that was held is undone in its turn, and one that was sent comes back made anew', async () => {
    await press(page, 'Home', 'ArrowRight', 'ArrowRight');
    await atPhoto(3);
    await page.getByTestId('save-state').waitFor();
    await press(page, 'x', '1');
    await tally('rejected 1');
    await atPhoto(4);
    await press(page, 'a');
    await expect.poll(() => status(3)).toBe('approved');
    await press(page, 'Control+z');
    await expect.poll(() => status(3)).toBe('pending');
    await tally('rejected 1');
    await press(page, 'Control+z');
    await tally('rejected 0');
    await atPhoto(3);
    expect(status(2)).toBe('pending');

    // Whoever leaves the page sends what is held.
    await press(page, 'x', '1');
    await tally('rejected 1');
    await press(page, 'g', 'p');
    await expect.poll(() => status(2)).toBe('rejected');
    await expect.poll(() => running.system.stores.dossiers.get(ids[2]!).photo.state).toBe('rejected');
    await page.goto(`${running.system.apiUrl}/review?order=by-photo`);
    await atPhoto(4);
    await press(page, 'Control+z');
    await atPhoto(3);
    await page.getByText('It is made anew from its original and comes back to review in a moment.').waitFor();
    await isClean();
    await page.getByTestId('standing').filter({ hasText: 'Undecided' }).waitFor();
    await page.getByTestId('save-state').waitFor();
    expect(status(2)).toBe('pending');
    expect(running.system.stores.dossiers.get(ids[2]!).photo.state).toBe('in-review');
  });

  const dialog = () => page.getByRole('dialog', { name: 'Edit many photos' });
  const preview = () => dialog().getByRole('table', { name: 'What would be changed' }).getByRole('row');
  const outcome = () => dialog().getByRole('table', { name: 'What became of each photo' }).getByRole('row');
  const heading = (name: string) => dialog().getByRole('heading', { level: 2, name, exact: true }).waitFor();
  const captions = () => ids.map((_id, index) => published(index).caption);

  async function selectFirst(photos: number): Promise<void> {
    await press(page, 'Home', 'g');
    await page.locator('#cell-0').waitFor();
    await press(page, 's', ...Array.from({ length: photos - 1 }, () => 'Shift+ArrowRight'));
    await page.getByText(`${photos} selected`).waitFor();
  }

  test('words are found and replaced in the selection, after a preview, and one undo takes all of it back', async () => {
    const before = captions();
    await selectFirst(3);
    await press(page, 'm');
    await dialog().getByRole('button', { name: '3 selected', pressed: true }).waitFor();
    await isClean();
    await page.keyboard.type('frozen');
    await press(page, 'Tab');
    await page.keyboard.type('Thawing');
    await press(page, 'Enter');
    await heading('3 photos would change');
    expect(await preview().nth(1).textContent()).toMatch(/\.JPGCaption.*FrozenThawing Lake/);
    expect(await preview().count()).toBe(1 + 3);
    await isClean();
    expect(captions()).toEqual(before);

    // Somebody else was faster: nothing that nobody saw is written.
    const faster = { name: 'Una', roles: ['reviewer'] } as const;
    running.system.stores.reviews.edit(ids[1]!, { caption: 'A frozen lake, says Una' }, faster);
    await tabTo(page, dialog().getByRole('button', { name: 'Change 3 photos' }));
    await press(page, 'Enter');
    await dialog().getByText('the photos changed since the preview').waitFor();
    await isClean();
    expect(captions().filter((caption) => caption.includes('Thawing'))).toEqual([]);
    await tabTo(page, dialog().getByRole('button', { name: 'Look again' }));
    await press(page, 'Enter');
    await preview().filter({ hasText: 'says Una' }).waitFor();
    await tabTo(page, dialog().getByRole('button', { name: 'Change 3 photos' }));
    await press(page, 'Enter');
    await heading('Changed 3 photos');
    await isClean();
    expect(captions()).toEqual([
      before[0]!.replace('Frozen', 'Thawing'),
      'A Thawing lake, says Una',
      before[2]!.replace('Frozen', 'Thawing'),
      ...before.slice(3),
    ]);

    await tabTo(page, dialog().getByRole('button', { name: 'Undo all of it' }));
    await press(page, 'Enter');
    await heading('Undone: 3 photos');
    expect(captions()).toEqual([before[0], 'A frozen lake, says Una', ...before.slice(2)]);
    await press(page, 'Escape');
    await dialog().waitFor({ state: 'detached' });
    await press(page, 'Control+Shift+z');
    await expect.poll(() => published(2).caption).toContain('Thawing');
    await page.getByText('Done again: edit of 3 photos').first().waitFor();
    await press(page, 'Control+z');
    await expect.poll(() => published(2).caption).toBe(before[2]);
    await page.getByText('Undone: edit of 3 photos').first().waitFor();
  });

  test('keywords are counted, added and removed, and what cannot be written is left with its reason', async () => {
    running.system.stores.reviews.edit(ids[0]!, { keywords: ['ice', 'canal'] }, person);
    running.system.stores.reviews.edit(ids[1]!, { keywords: ['ice'] }, person);
    await press(page, 'm');
    await dialog().getByRole('button', { name: 'Keywords' }).click();
    const ice = dialog().getByRole('button', { name: 'ice (2)' });
    await ice.waitFor();
    await dialog().getByRole('button', { name: 'canal (1)' }).waitFor();
    await isClean();
    await ice.click();
    await dialog().getByRole('textbox', { name: 'Add' }).fill('winter, Canal');
    await dialog().getByText('removes 1, adds 2').waitFor();
    await isClean();
    await dialog().getByRole('button', { name: 'Preview' }).click();
    await heading('3 photos would change');
    await dialog().getByRole('button', { name: 'Change 3 photos' }).click();
    await heading('Changed 3 photos');
    expect(published(0).keywords).toEqual(['canal', 'winter']);
    expect(published(1).keywords).toEqual(['winter', 'Canal']);
    await dialog().getByRole('button', { name: 'Close' }).last().click();

    await press(page, 'm');
    await dialog().getByRole('button', { name: 'Keywords' }).waitFor();
    await dialog().getByRole('textbox', { name: 'Find' }).fill('canal');
    await dialog()
      .getByRole('textbox', { name: 'Replace by' })
      .fill(`canal ${'x'.repeat(60)}`);
    await dialog().getByRole('combobox', { name: 'In' }).click();
    await page.getByRole('option', { name: 'Keywords' }).click();
    await dialog().getByRole('button', { name: 'Preview' }).click();
    await heading('Nothing would change');
    expect(await preview().nth(1).textContent()).toMatch(/Left as it is: keywords.+64/);
    await isClean();
    await press(page, 'Escape');
    await dialog().waitFor({ state: 'detached' });

    await press(page, 'Control+z');
    await expect.poll(() => published(0).keywords).toEqual(['ice', 'canal']);
    await expect.poll(() => published(1).keywords).toEqual(['ice']);
  });

  test('one value is set for the whole list, and what is void then is said', async () => {
    const { revisionHash } = running.system.stores.reviews.view(ids[5]!);
    running.system.stores.reviews.approve(ids[5]!, { revisionHash }, person);
    await press(page, 'Escape', 'm');
    await dialog()
      .getByRole('button', { name: `All ${PHOTOS} of this list`, pressed: true })
      .waitFor();
    await dialog().getByRole('button', { name: 'Set a field' }).click();
    await dialog().getByRole('textbox', { name: 'Value' }).fill('Ice on the lake');
    await isClean();
    await press(page, 'Enter');
    await heading(`${PHOTOS} photos would change`);
    expect(await preview().filter({ hasText: 'Its approval is void then' }).count()).toBe(1);
    await dialog()
      .getByRole('button', { name: `Change ${PHOTOS} photos` })
      .click();
    await heading(`Changed ${PHOTOS} photos`);
    expect(ids.map((_id, index) => published(index).headline)).toEqual(ids.map(() => 'Ice on the lake'));
    expect(status(5)).toBe('pending');
    await dialog().getByRole('button', { name: 'Close' }).last().click();
    await press(page, 'Control+z');
    await expect.poll(() => status(5)).toBe('approved');
    expect(published(0).headline).not.toBe('Ice on the lake');
  });

  test('the texts go out as a file and come back, and a line whose photo changed meanwhile is left', async () => {
    const before = captions();
    await press(page, 'm');
    await dialog().getByRole('button', { name: 'CSV file' }).click();
    await isClean();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog()
        .getByRole('button', { name: `Save the texts of ${PHOTOS} photos as CSV` })
        .click(),
    ]);
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv.trim().split('\r\n')).toHaveLength(1 + PHOTOS);
    running.system.stores.reviews.edit(ids[4]!, { caption: 'Changed after the file was saved' }, person);

    const file = dialog().getByLabel('A file that was changed');
    await file.setInputFiles({ name: 'no.csv', mimeType: 'text/csv', buffer: Buffer.from('caption\r\nA lake\r\n') });
    await dialog().getByRole('button', { name: 'Preview' }).click();
    await dialog().getByText('the first line names no column photo_id').waitFor();
    await isClean();
    const edited = csv.replaceAll('Frozen Lake', 'Frozen Pond');
    await file.setInputFiles({ name: 'edited.csv', mimeType: 'text/csv', buffer: Buffer.from(edited) });
    await dialog().getByRole('button', { name: 'Preview' }).click();
    await heading(`${PHOTOS - 1} photos would change`);
    expect(await preview().nth(1).textContent()).toContain(`photo ${ids[4]} changed since the file was written`);
    await isClean();
    await dialog()
      .getByRole('button', { name: `Change ${PHOTOS - 1} photos` })
      .click();
    await heading(`Changed ${PHOTOS - 1} photos`);
    expect(await outcome().nth(1).textContent()).toContain('left as it is');
    expect(published(4).caption).toBe('Changed after the file was saved');
    expect(published(2).caption).toBe(before[2]!.replaceAll('Frozen Lake', 'Frozen Pond'));
    await dialog().getByRole('button', { name: 'Close' }).last().click();
    await press(page, 'Control+z');
    await expect.poll(() => published(2).caption).toBe(before[2]);
    await expect.poll(() => published(0).caption).toBe(before[0]);
    expect(published(4).caption).toBe('Changed after the file was saved');
  });

  test('no page asked another origin, broke the content policy or logged an error but the two refusals', () => {
    expect(misdeeds).toEqual([
      expect.stringContaining('412 (Precondition Failed)'),
      expect.stringContaining('400 (Bad Request)'),
    ]);
  });
});
