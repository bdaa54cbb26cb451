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
const PATIENCE_MS = 30_000;
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

  test('no page asked another origin, broke the content policy or logged an error', () => {
    expect(misdeeds).toEqual([]);
  });
});
