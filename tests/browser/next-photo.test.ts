import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChromiumThere, openPage, startBrowser } from '../support/browser.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { press } from './keyboard.ts';

const PHOTOS = 3;
const person = { name: 'Rita', roles: ['operator', 'reviewer', 'ops'] } as const;

/** What is there before it is asked for, and what follows later. */
describe.skipIf(!isChromiumThere())('the next photo of a review', () => {
  let folder: string;
  let running: RunningSystem;
  let browser: Browser;
  let page: Page;
  /** In the order of the session. */
  let ids: readonly number[];

  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    await generatePhotos(join(folder, 'lake'), PHOTOS, { widthPx: 1800, heightPx: 1200 });
    browser = await startBrowser();
    running = await startSystem(folder);
    await running.add({ sourceFolder: join(folder, 'lake'), subject: 'Frozen Lake' });
    ids = running.system.stores.reviews.queue({ order: 'by-photo' }).map(({ photoId }) => photoId);
    ({ page } = await openPage(await browser.newContext(), running.system.apiUrl));
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

  test('the next photo waits in its place, drawn and unseen, and is the very element that is shown then', async () => {
    const waiting = page.locator('img[data-waiting]');
    await waiting.waitFor();
    expect(await waiting.evaluate((image) => (image as unknown as { alt: string }).alt)).toBe('');
    const source = await waiting.getAttribute('src');
    await waiting.evaluate((image) => Object.assign(image, { isTheOne: true }));
    await press(page, 'ArrowRight');
    await atPhoto(2);
    const now = page.locator(`img[src="${source}"]:not([data-waiting])`);
    await now.waitFor();
    expect(await now.evaluate((image) => 'isTheOne' in image)).toBe(true);
    await press(page, 'Home');
    await atPhoto(1);
  });

  test('the key for a field means the photo that one went to, however fast it follows', async () => {
    // In one task of the page, so that no frame lies between them; each is a step of its own, as keys are.
    await page.evaluate(`(async () => {
      for (const key of ['ArrowRight', 'e']) {
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await null;
      }
    })()`);
    const caption = (index: number) => running.system.stores.reviews.view(ids[index]!).published.caption;
    expect(caption(1)).not.toBe(caption(0));
    expect(await page.evaluate('document.activeElement.value')).toBe(caption(1));
    await press(page, 'Escape', 'Home');
    await atPhoto(1);
  });
});
