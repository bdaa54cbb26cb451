import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChromiumThere, openPage, startBrowser, type Misdeeds } from '../support/browser.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { accessibilityFindings } from './axe.ts';
import { press } from './keyboard.ts';

const PHOTOS = 6;
const PATIENCE_MS = 120_000;
const person = { name: 'Rita', roles: ['operator', 'reviewer', 'ops'] } as const;

/** A reviewer's keys in a session of six photos: three frames of a burst, two of a bracket, one alone. The tests follow each other. */
describe.skipIf(!isChromiumThere())('the keys of a review', () => {
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
    await generatePhotos(join(folder, 'lake'), PHOTOS, { widthPx: 1800, heightPx: 1200 });
    browser = await startBrowser();
    running = await startSystem(folder);
    await running.add({
      sourceFolder: join(folder, 'lake'),
      subject: 'Frozen Lake',
      location: 'Amsterdam Netherlands',
    });
    ids = running.system.stores.reviews.queue({ order: 'by-photo' }).map(({ photoId }) => photoId);
    group(ids);
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

  /** As the grouping would have, had the pictures been alike. */
  function group([one, two, three, four, five]: readonly number[]): void {
    const database = new Database(join(folder, 'review.db'));
    database.exec(`DELETE FROM photo_group_members; DELETE FROM photo_groups`);
    database.exec(`INSERT INTO photo_groups (id, set_id, kind) VALUES (91, 1, 'burst'), (92, 1, 'bracket')`);
    const add = database.prepare(`INSERT INTO photo_group_members (photo_id, group_id, rank) VALUES (?, ?, ?)`);
    for (const row of [
      [one, 91, 2],
      [two, 91, 1],
      [three, 91, 3],
      [four, 92, null],
      [five, 92, null],
    ])
      add.run(row);
    database.close();
  }

  const atPhoto = (number: number) => page.getByText(`Photo ${number} of ${PHOTOS}`, { exact: true }).waitFor();
  const tally = (words: string) => page.getByTestId('tally').filter({ hasText: words }).waitFor();
  const scale = (words: string) => page.getByText(words, { exact: true }).waitFor();
  const isClean = async () => expect(await accessibilityFindings(page)).toEqual([]);
  const statusOf = (index: number) => running.system.stores.reviews.view(ids[index]!).dossier.review?.status;

  test('one pixel on one pixel stays so for the next photo, and lets go with the key that held it', async () => {
    await scale('fit');
    await press(page, 'z');
    await scale('100 %');
    await press(page, 'ArrowRight');
    await atPhoto(2);
    await scale('100 %');
    await press(page, 'Shift+ArrowRight', '+', '0');
    await scale('fit');
    await page.keyboard.down('Space');
    await scale('100 %');
    await page.keyboard.up('Space');
    await scale('fit');
    await press(page, 'i', 'h', 'j');
    await page.getByRole('img', { name: /black without detail/ }).waitFor();
    await isClean();
    await press(page, 'i', 'h', 'Home');
    await atPhoto(1);
    expect(await page.getByRole('img', { name: /black without detail/ }).count()).toBe(0);
  });

  test('down leads to the best frame of the next burst, and the rest of a burst is rejected and brought back as one', async () => {
    await press(page, 'End', 'ArrowDown');
    await atPhoto(2);
    await press(page, 'Shift+A');
    await tally('rejected 2');
    await press(page, 'Control+z');
    await tally('rejected 0');
    await press(page, 'End', 'ArrowUp');
    await atPhoto(4);
    // Of a bracket every frame is needed.
    await press(page, 'Shift+A', 'Home');
    await atPhoto(1);
    expect(await page.getByTestId('tally').textContent()).toContain('rejected 0');
  });

  test('the frames of a burst are approved together, and the next undecided photo comes', async () => {
    await press(page, 'Home', 'Shift+P');
    await tally('approved 3');
    await atPhoto(4);
    await expect.poll(() => [0, 1, 2, 3].map(statusOf)).toEqual(['approved', 'approved', 'approved', 'pending']);
    await press(page, 'Control+z');
    await tally('approved 0');
    await expect.poll(() => [0, 1, 2].map(statusOf)).toEqual(['pending', 'pending', 'pending']);
    await press(page, 'Home');
    await atPhoto(1);
  });

  test('the frames of a burst move together under one zoom', async () => {
    await press(page, 'b');
    const panes = page.getByRole('group', { name: 'Compared photos' }).getByRole('figure');
    expect(await panes.count()).toBe(3);
    // Beside each other, none of them over the fields.
    const stage = await edgesOf(page.getByRole('group', { name: 'Compared photos' }));
    const edges = await Promise.all((await panes.all()).map((pane) => edgesOf(pane.getByRole('img'))));
    expect(
      edges.map(([left, right], index) => left >= (edges[index - 1]?.[1] ?? stage[0]) && right <= stage[1]),
    ).toEqual([true, true, true]);
    await isClean();
    await press(page, 'z');
    const transforms = () =>
      panes.evaluateAll((all) =>
        all.map((pane) => pane.querySelector('.react-transform-component')?.getAttribute('style')),
      );
    await expect.poll(async () => new Set(await transforms()).size).toBe(1);
    expect((await transforms())[0]).toMatch(/scale\((?!1\))/);
    await press(page, 'ArrowRight', 'f', 'l');
    await scale('fit');
  });

  test('a selection in the grid is decided as one, and undone and done again as one', async () => {
    await press(page, 'Home', 'g');
    const grid = page.getByRole('listbox', { name: 'Photos of this session' });
    await page.locator('#cell-0').waitFor();
    await press(page, 's', 'Shift+ArrowRight', 'Shift+ArrowRight');
    await page.getByText('3 selected').waitFor();
    await isClean();
    await press(page, 'a');
    await tally('approved 3');
    await expect.poll(() => [0, 1, 2, 3].map(statusOf)).toEqual(['approved', 'approved', 'approved', 'pending']);
    await press(page, 'Control+z');
    await tally('approved 0');
    await expect.poll(() => [0, 1, 2].map(statusOf)).toEqual(['pending', 'pending', 'pending']);
    await press(page, 'Control+Shift+Z');
    await tally('approved 3');
    await expect.poll(() => [0, 1, 2].map(statusOf)).toEqual(['approved', 'approved', 'approved']);
    await press(page, 'Control+z', 'Escape', 'Enter');
    await tally('approved 0');
    await grid.locator('#photo-0').waitFor();
  });

  test('a band is given by a digit, and a further draft is asked for with a hint and taken by a key', async () => {
    await press(page, 'End');
    await atPhoto(PHOTOS);
    await press(page, '1');
    await expect.poll(() => running.system.stores.reviews.view(ids[PHOTOS - 1]!).published.band).toBe('Top');
    await press(page, 'e', 'Control+a');
    await page.keyboard.type('Somebody wrote this of a frozen lake near Amsterdam');
    await press(page, 'Control+s');
    const drafts = page.getByRole('list', { name: 'Drafts for caption' });
    await drafts.waitFor();
    await isClean();
    const drafted = running.system.stores.reviews.view(ids[PHOTOS - 1]!).dossier.draft!.caption;
    await press(page, 'Alt+1');
    await expect.poll(() => running.system.stores.reviews.view(ids[PHOTOS - 1]!).published.caption).toBe(drafted);
    await press(page, 'Escape', 'Control+z');
    await expect
      .poll(() => running.system.stores.reviews.view(ids[PHOTOS - 1]!).published.caption)
      .toContain('Somebody wrote this');
    await page.getByRole('textbox', { name: 'Another draft' }).fill('it is dusk');
    await page.getByRole('button', { name: 'Draft again' }).click();
    await expect
      .poll(() => running.system.stores.apiPorts.redrafts.list(ids[PHOTOS - 1]!))
      .toMatchObject([{ hint: 'it is dusk', state: 'drafted' }]);
    await press(page, 'Escape');
  });

  test('a key can be put on another one and given back, and letters alone switched off', async () => {
    await press(page, '?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await sheet.getByRole('button', { name: 'Change the key of: Approve', exact: true }).click();
    await press(page, 'n');
    await sheet.getByText('N is taken by: Next undecided').waitFor();
    await press(page, 'y');
    await isClean();
    await press(page, 'Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('group', { name: 'Decide' }).getByRole('button', { name: 'Approve' }).getByText('Y').waitFor();
    await press(page, 'Home', 'a');
    await tally('approved 0');
    await press(page, 'y');
    await tally('approved 1');
    await press(page, '?');
    await sheet.getByRole('switch', { name: 'Letters alone are keys' }).click();
    await sheet.getByRole('button', { name: 'Give all keys back' }).click();
    await press(page, 'Escape');
    await sheet.waitFor({ state: 'detached' });
    await press(page, 'u', 'x');
    await press(page, '?');
    await sheet.getByRole('switch', { name: 'Letters alone are keys' }).click();
    await press(page, 'Escape');
    await sheet.waitFor({ state: 'detached' });
    await tally('approved 1');
    await press(page, 'Home', 'u');
    await tally('approved 0');
    expect(statusOf(0)).toBe('pending');
  });

  test('a decision that no answer came to waits, is told of, and is sent when Proofline answers', async () => {
    await press(page, 'Home');
    await atPhoto(1);
    await page.getByTestId('save-state').waitFor();
    await context.setOffline(true);
    await press(page, 'a');
    await tally('approved 1');
    await page.getByText(/1 decision or edit wait here/).waitFor();
    await isClean();
    expect(statusOf(0)).toBe('pending');
    await context.setOffline(false);
    await expect.poll(() => statusOf(0)).toBe('approved');
    await page.getByText(/Proofline does not answer/).waitFor({ state: 'detached' });
    await press(page, 'Control+z');
    await expect.poll(() => statusOf(0)).toBe('pending');
  });

  test('a filter makes the next list, and a photo that is decided stays in it', async () => {
    await page.getByRole('button', { name: 'Filter …' }).click();
    await isClean();
    await page.getByRole('combobox', { name: 'Camera' }).click();
    await page.getByRole('option', { name: 'Nikon Z 8' }).click();
    await page.getByText('Photo 1 of 3', { exact: true }).waitFor();
    await page.goto(`${running.system.apiUrl}/review?state=approved`);
    await page.getByText('No photo fits the filter').waitFor();
    await isClean();
    await page.goto(`${running.system.apiUrl}/review?state=pending&order=by-photo`);
    await atPhoto(1);
    await press(page, 'a');
    await atPhoto(2);
    await tally('approved 1');
    expect(await page.getByRole('option').count()).toBe(PHOTOS);
    await press(page, 'End', 'ArrowRight');
    await page.getByText('Per 100 photos at this pace').waitFor();
    await page.getByRole('button', { name: 'Second look (1)' }).waitFor();
    await isClean();
  });

  test('a rejection counts after the page was read anew', async () => {
    await page.goto(`${running.system.apiUrl}/review?order=by-photo&state=pending`);
    await page.getByTestId('save-state').waitFor();
    await press(page, 'End', 'x');
    await page.getByRole('dialog').waitFor();
    await press(page, '1');
    await tally('rejected 1');
    await page.reload();
    await page.getByTestId('tally').waitFor();
    expect(await page.getByTestId('tally').textContent()).toContain('rejected 1');
  });

  test('no page asked another origin, broke the content policy or logged an error', () => {
    expect(misdeeds.filter((misdeed) => !misdeed.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });
});

/** Left and right, in CSS pixels. */
async function edgesOf(place: Locator): Promise<readonly [number, number]> {
  const box = await place.boundingBox();
  if (box === null) throw new Error('it is not shown');
  return [box.x, box.x + box.width];
}
