import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChromiumThere } from '../support/browser.ts';
import { focused, press, tabTo } from './keyboard.ts';
import { openReview, type OpenReview } from './open-review.ts';

const PHOTOS = 6;

/** What a reviewer writes and decides, and every way back. The tests follow each other. */
describe.skipIf(!isChromiumThere())('edits of a review', () => {
  let review: OpenReview;

  beforeAll(async () => {
    review = await openReview(PHOTOS);
  }, 240_000);

  afterAll(() => review.close());

  test('every value of a field says who wrote it and when, and one of them is put back', async () => {
    await review.page.getByTestId('save-state').waitFor();
    const drafted = review.published(0).caption;
    await press(review.page, 'e', 'Control+a');
    await review.page.keyboard.type('A frozen lake near Amsterdam, seen by Rita');
    await press(review.page, 'Control+s', 'Escape');
    await review.saved();
    await press(review.page, 'v');
    const captions = review.page.getByRole('list', { name: 'History: Caption' }).getByRole('listitem');
    await captions.filter({ hasText: 'seen by Rita' }).waitFor();
    expect(await captions.allTextContents()).toEqual([
      expect.stringMatching(/^Rita, \d\d:\d\d:\d\dA frozen lake near Amsterdam, seen by Ritanow$/),
      expect.stringMatching(
        /^template: no model, nobody looked at the photo, prompt template\S*, \d\d:\d\d:\d\d.+Put back$/,
      ),
    ]);
    await review.isClean();
    await tabTo(review.page, review.page.getByRole('button', { name: /^Put back: Caption by template/ }));
    await press(review.page, 'Enter');
    await expect.poll(() => review.published(0).caption).toBe(drafted);
    await captions.nth(2).waitFor();
    expect(await captions.first().textContent()).toMatch(/^Rita, .+now$/);
    expect(await review.page.getByRole('textbox', { name: 'Caption' }).inputValue()).toBe(drafted);
    // It stays open for the next photo, and tells of that one.
    await press(review.page, 'Escape', 'ArrowRight');
    await review.atPhoto(2);
    await captions.filter({ hasText: review.published(1).caption }).waitFor();
    expect(await captions.count()).toBe(1);
    await press(review.page, 'v');
    await captions.first().waitFor({ state: 'detached' });
    await press(review.page, 'Home');
    await review.atPhoto(1);
  });

  test('what was done is undone after a reload, newest first, and each step shows its photo', async () => {
    const before = review.published(1).caption;
    await press(review.page, 'ArrowRight');
    await review.atPhoto(2);
    await review.page.getByTestId('save-state').waitFor();
    await press(review.page, 'e', 'Control+a');
    await review.page.keyboard.type('A second lake near Amsterdam');
    await press(review.page, 'Control+s', 'Escape');
    await review.saved();
    await press(review.page, 'End');
    await review.atPhoto(PHOTOS);
    await press(review.page, 'a');
    await expect.poll(() => review.status(PHOTOS - 1)).toBe('approved');
    await review.page.reload();
    await review.page.getByText(`End of ${PHOTOS}`, { exact: true }).waitFor();
    await press(review.page, 'Home');
    await review.atPhoto(1);
    await review.page.getByTestId('save-state').waitFor();

    await press(review.page, 'Control+z');
    await review.atPhoto(PHOTOS);
    await review.page.getByText(`Undone: approval, photo ${PHOTOS}`).first().waitFor();
    expect(review.status(PHOTOS - 1)).toBe('pending');
    await press(review.page, 'Control+z');
    await review.atPhoto(2);
    expect(review.published(1).caption).toBe(before);
    await expect.poll(() => review.page.getByRole('textbox', { name: 'Caption' }).inputValue()).toBe(before);

    await press(review.page, 'Control+Shift+z');
    await expect.poll(() => review.published(1).caption).toBe('A second lake near Amsterdam');
    await press(review.page, 'Control+Shift+z');
    await review.atPhoto(PHOTOS);
    await expect.poll(() => review.status(PHOTOS - 1)).toBe('approved');
    await press(review.page, 'Control+z');
    await expect.poll(() => review.status(PHOTOS - 1)).toBe('pending');
    await press(review.page, 'Control+z');
    await review.atPhoto(2);
    expect(review.published(1).caption).toBe(before);
  });

  test('an undo leads back into the field that was written in, and goes on from there; one of a decision stays at the photo', async () => {
    const altText = review.page.getByRole('textbox', { name: 'Alt text' });
    const before = review.published(1).altText;
    const rating = () =>
      review.running.system.stores.dossiers.get(review.ids[0]!).metadata.person.qualityRating ?? null;
    await press(review.page, 'Escape', 'Home');
    await review.atPhoto(1);
    await review.page.getByTestId('save-state').waitFor();
    await press(review.page, '1');
    await expect.poll(rating).not.toBeNull();
    await press(review.page, 'ArrowRight');
    await review.atPhoto(2);
    await review.page.getByTestId('save-state').waitFor();
    await press(review.page, 't', 'Control+a');
    await review.page.keyboard.type('Ice as far as the other shore');
    await press(review.page, 'Control+s', 'Escape');
    await review.saved();
    await press(review.page, 'ArrowRight');
    await review.atPhoto(3);
    await press(review.page, 'a');
    await expect.poll(() => review.status(2)).toBe('approved');

    await press(review.page, 'Control+z');
    await review.page.getByText('Undone: approval, photo 3').first().waitFor();
    expect(await review.page.evaluate<string>('document.activeElement.tagName')).not.toMatch(/INPUT|TEXTAREA/);
    await press(review.page, 'ArrowRight');
    await review.atPhoto(4);
    await press(review.page, 'Control+z');
    await review.atPhoto(2);
    await focused(altText);
    await expect.poll(() => altText.inputValue()).toBe(before);
    await press(review.page, 'Control+Shift+z');
    await expect.poll(() => review.published(1).altText).toBe('Ice as far as the other shore');
    await focused(altText);
    await press(review.page, 'Control+z');
    await expect.poll(() => altText.inputValue()).toBe(before);
    await focused(altText);

    // What is written there now is taken back letter by letter, as in any field.
    await press(review.page, 'End', '!');
    expect(await altText.inputValue()).toBe(`${before}!`);
    await press(review.page, 'Control+z');
    await expect.poll(() => altText.inputValue()).toBe(before);
    expect(rating()).not.toBeNull();
    await press(review.page, 'Escape', 'Control+Shift+z');
    await expect.poll(() => review.published(1).altText).toBe('Ice as far as the other shore');
    await press(review.page, 'Control+z');
    await focused(altText);
    // It was no text: the photo has the keys again.
    await press(review.page, 'Control+z');
    await review.atPhoto(1);
    await expect.poll(rating).toBeNull();
    await press(review.page, 'ArrowRight');
    await review.atPhoto(2);
  });

  test('a rejection that was held is undone in its turn, and one that was sent comes back made anew', async () => {
    await press(review.page, 'Escape', 'Home', 'ArrowRight', 'ArrowRight');
    await review.atPhoto(3);
    await review.page.getByTestId('save-state').waitFor();
    await press(review.page, 'x', '1');
    await review.tally('rejected 1');
    await review.atPhoto(4);
    await press(review.page, 'a');
    await expect.poll(() => review.status(3)).toBe('approved');
    await press(review.page, 'Control+z');
    await expect.poll(() => review.status(3)).toBe('pending');
    await review.tally('rejected 1');
    await press(review.page, 'Control+z');
    await review.tally('rejected 0');
    await review.atPhoto(3);
    expect(review.status(2)).toBe('pending');

    // Whoever leaves the page sends what is held.
    await press(review.page, 'x', '1');
    await review.tally('rejected 1');
    await press(review.page, 'ArrowLeft');
    await review.atPhoto(3);
    const standing = review.page.getByTestId('standing');
    expect(await standing.textContent()).toBe('Rejected: Not sharp, sent in a moment: U takes it back');
    expect(await review.page.locator('#photo-2').getAttribute('aria-label')).toContain(', rejected: Not sharp');
    await press(review.page, 'g', 'p');
    await expect.poll(() => review.status(2)).toBe('rejected');
    await expect.poll(() => review.running.system.stores.dossiers.get(review.ids[2]!).photo.state).toBe('rejected');
    await review.page.goto(review.url);
    await review.atPhoto(3);
    // It is in review no longer, and still says why.
    await standing.filter({ hasText: /^Rejected by Rita, [\d:]+: Not sharp$/ }).waitFor();
    await review.isClean();
    await press(review.page, 'Control+z');
    await review.atPhoto(3);
    await review.page.getByText('It is made anew from its original and comes back to review in a moment.').waitFor();
    await review.isClean();
    await review.page.getByTestId('standing').filter({ hasText: 'Undecided' }).waitFor();
    await review.page.getByTestId('save-state').waitFor();
    expect(review.status(2)).toBe('pending');
    expect(review.running.system.stores.dossiers.get(review.ids[2]!).photo.state).toBe('in-review');
  });

  test('no page asked another origin, broke the content policy or logged an error', () => {
    expect(review.misdeeds).toEqual([]);
  });
});
