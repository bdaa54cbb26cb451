import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChromiumThere, openPage, startBrowser, type Misdeeds } from '../support/browser.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { accessibilityFindings } from './axe.ts';
import { press } from './keyboard.ts';

const PHOTOS = 5;
const PATIENCE_MS = 120_000;
const inTurn = ['review.approved', 'review.approval-taken-back', 'review.approved'];
const roles = ['operator', 'reviewer', 'ops'] as const;
/** Of a line on which nothing is quick: half a second for each answer, 50 kB a second. */
const slowLine = { offline: false, latency: 500, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** Two people, a server that goes away, a slow line. The tests follow each other. */
describe.skipIf(!isChromiumThere())('a review on a bad day', () => {
  let folder: string;
  let running: RunningSystem;
  let browser: Browser;
  let rita: { readonly context: BrowserContext; readonly page: Page; readonly misdeeds: Misdeeds };
  let bert: typeof rita;
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
    rita = await signedIn('Rita');
    bert = await signedIn('Bert');
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await running.stop();
    await removeFolder(folder);
  });

  async function signedIn(name: string): Promise<typeof rita> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    context.setDefaultTimeout(PATIENCE_MS);
    const { page, misdeeds } = await openPage(context, running.system.apiUrl);
    await page.goto(`${running.system.apiUrl}/sign-in#${running.system.stores.sessions.offer({ name, roles })}`);
    await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor();
    await page.goto(`${running.system.apiUrl}/review?order=by-photo`);
    await atPhoto(page, 1);
    return { context, page, misdeeds };
  }

  const atPhoto = (page: Page, number: number) =>
    page.getByText(`Photo ${number} of ${PHOTOS}`, { exact: true }).waitFor();
  const captionOf = (page: Page) => page.getByRole('textbox', { name: 'Caption' });
  const tally = (page: Page, words: string) => page.getByTestId('tally').filter({ hasText: words }).waitFor();
  const view = (index: number) => running.system.stores.reviews.view(ids[index]!);
  const caption = (index: number) => view(index).published.caption;
  const kindsOf = (index: number) =>
    running.system.stores.events
      .list({ photoId: ids[index]!, limit: 1000 })
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('review.appro'));
  const statusOf = (index: number) => view(index).dossier.review?.status;

  test('of two people who write one text the later is asked, and nothing is written over unseen', async () => {
    await bert.context.setOffline(true);
    await captionOf(bert.page).fill('Bert sees ice on a lake near the town');
    await bert.page.getByText(/1 decision or edit wait here/).waitFor();
    await captionOf(rita.page).fill('Rita sees skaters on a frozen lake at noon');
    await expect.poll(() => caption(0)).toBe('Rita sees skaters on a frozen lake at noon');
    await bert.context.setOffline(false);

    const question = bert.page.getByRole('alert').filter({ hasText: 'Somebody else changed this text meanwhile' });
    await question.getByText('Rita sees skaters on a frozen lake at noon').waitFor();
    expect(await accessibilityFindings(bert.page)).toEqual([]);
    expect(caption(0)).toBe('Rita sees skaters on a frozen lake at noon');
    await question.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(() => caption(0)).toBe('Bert sees ice on a lake near the town');
    await expect.poll(() => captionOf(rita.page).inputValue()).toBe('Bert sees ice on a lake near the town');
  });

  test('what one person decides the other sees, and an approval ends with a letter of the other', async () => {
    await press(rita.page, 'Escape', 'a');
    await atPhoto(rita.page, 2);
    await tally(bert.page, 'approved 1');
    await captionOf(bert.page).fill('Bert changes a word of what Rita approved');
    await expect.poll(() => statusOf(0)).toBe('pending');
    await tally(rita.page, 'approved 0');
  });

  test('decisions and edits outlast a restart of Proofline, and so does the list', async () => {
    await running.stop();
    await press(rita.page, 'a');
    await atPhoto(rita.page, 3);
    await captionOf(rita.page).fill('A skater in a red coat crosses the Frozen Lake near Amsterdam on thick ice');
    await rita.page.getByText(/2 decisions and edits wait here/).waitFor();
    expect(await accessibilityFindings(rita.page)).toEqual([]);

    running = await startSystem(folder, { PROOFLINE_PORT: new URL(rita.page.url()).port });
    await expect.poll(() => statusOf(1)).toBe('approved');
    await expect
      .poll(() => caption(2))
      .toBe('A skater in a red coat crosses the Frozen Lake near Amsterdam on thick ice');
    await rita.page.getByText(/Proofline does not answer/).waitFor({ state: 'detached' });
    await rita.page.reload();
    await rita.page.getByText(`of ${PHOTOS}`).first().waitFor();
    await tally(rita.page, 'approved 1');
  });

  test('on a slow line decisions go on, and all arrive in their order', async () => {
    const line = await rita.context.newCDPSession(rita.page);
    await press(rita.page, 'Home', 'ArrowRight', 'ArrowRight');
    await atPhoto(rita.page, 3);
    await rita.page.getByTestId('save-state').waitFor();
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', slowLine);
    for (const [photo, approved] of [
      [3, 2],
      [4, 3],
    ] as const) {
      await atPhoto(rita.page, photo);
      // Nobody can approve what is not shown yet.
      await rita.page.getByTestId('save-state').waitFor();
      await press(rita.page, 'a');
      await tally(rita.page, `approved ${approved}`);
    }
    await atPhoto(rita.page, 5);
    await press(rita.page, 'ArrowLeft', 'u', 'a', 'ArrowLeft', 'u', 'ArrowLeft', 'u', 'a');
    await tally(rita.page, 'approved 2');
    await expect.poll(() => kindsOf(2).slice(-3)).toEqual(inTurn);
    await expect.poll(() => kindsOf(3).slice(-4)).toEqual([...inTurn, 'review.approval-taken-back']);
    expect([1, 2, 3, 4].map(statusOf)).toEqual(['approved', 'approved', 'pending', 'pending']);
    await tally(rita.page, 'approved 2');
    await line.send('Network.emulateNetworkConditions', {
      ...slowLine,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  });

  test('a decision shows at once, and is not sent before an earlier one of the photo has arrived', async () => {
    const { page } = rita;
    const photoPath = `/photos/${ids[2]!}/approval`;
    const sent: string[] = [];
    const before = kindsOf(2).length;
    const held = Promise.withResolvers<void>();
    await page.route('**/approval', async (route) => {
      const request = route.request();
      if (request.url().endsWith(photoPath)) sent.push(request.method());
      // The first of the two is on its way for longer than what comes after it.
      if (request.url().endsWith(photoPath) && request.method() === 'DELETE') await held.promise;
      await route.continue();
    });
    await press(page, 'Home', 'ArrowRight', 'ArrowRight');
    await atPhoto(page, 3);
    await page.getByTestId('save-state').waitFor();
    await press(page, 'u', 'a');
    await atPhoto(page, 4);
    await page.getByTestId('save-state').waitFor();
    await press(page, 'a');
    await expect.poll(() => statusOf(3)).toBe('approved');
    expect(sent).toEqual(['DELETE']);
    await tally(page, 'approved 3');
    held.resolve();
    await expect.poll(() => kindsOf(2).slice(before)).toEqual(['review.approval-taken-back', 'review.approved']);
    expect(sent).toEqual(['DELETE', 'PUT']);
    await tally(page, 'approved 3');
    await page.unroute('**/approval');
  });

  test('no page asked another origin, broke the content policy or threw', () => {
    const offline =
      /ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|INCOMPLETE_CHUNKED_ENCODING|CONNECTION_RESET)|status of 412/;
    expect([...rita.misdeeds, ...bert.misdeeds].filter((misdeed) => !offline.test(misdeed))).toEqual([]);
  });
});
