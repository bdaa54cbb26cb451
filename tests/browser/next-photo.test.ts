import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChromiumThere } from '../support/browser.ts';
import { press } from './keyboard.ts';
import { openReview, type OpenReview } from './open-review.ts';

/** What is there before it is asked for, and what follows later. */
describe.skipIf(!isChromiumThere())('the next photo of a review', () => {
  let review: OpenReview;

  beforeAll(async () => {
    review = await openReview(3);
  }, 240_000);

  afterAll(() => review.close());

  test('the next photo waits in its place, drawn and unseen, and is the very element that is shown then', async () => {
    const waiting = review.page.locator('img[data-waiting]');
    await waiting.waitFor();
    expect(await waiting.evaluate((image) => (image as unknown as { alt: string }).alt)).toBe('');
    const source = await waiting.getAttribute('src');
    await waiting.evaluate((image) => Object.assign(image, { isTheOne: true }));
    await press(review.page, 'ArrowRight');
    await review.atPhoto(2);
    const now = review.page.locator(`img[src="${source}"]:not([data-waiting])`);
    await now.waitFor();
    expect(await now.evaluate((image) => 'isTheOne' in image)).toBe(true);
    await press(review.page, 'Home');
    await review.atPhoto(1);
  });

  test('the key for a field means the photo that one went to, however fast it follows', async () => {
    // In one task of the page, so that no frame lies between them; each is a step of its own, as keys are.
    await review.page.evaluate(`(async () => {
      for (const key of ['ArrowRight', 'e']) {
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await null;
      }
    })()`);
    expect(review.published(1).caption).not.toBe(review.published(0).caption);
    expect(await review.page.evaluate('document.activeElement.value')).toBe(review.published(1).caption);
    await press(review.page, 'Escape', 'Home');
    await review.atPhoto(1);
  });

  test('no page asked another origin, broke the content policy or logged an error', () => {
    expect(review.misdeeds).toEqual([]);
  });
});
