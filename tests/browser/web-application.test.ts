import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChromiumThere, openPage, startBrowser, type Misdeeds } from '../support/browser.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { accessibilityFindings } from './axe.ts';
import { focused, press, tabTo } from './keyboard.ts';

const PHOTOS = 4;
const PATIENCE_MS = 120_000;
const person = { name: 'Rita', roles: ['operator', 'reviewer', 'ops'] } as const;

/** One person, from the link that the start prints to the site, with a keyboard. The tests follow each other. */
describe.skipIf(!isChromiumThere())('the web application', () => {
  let folder: string;
  let running: RunningSystem;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let misdeeds: Misdeeds;

  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    await generatePhotos(join(folder, 'photos', 'lake'), PHOTOS);
    browser = await startBrowser();
    running = await startSystem(folder, { PROOFLINE_PHOTO_FOLDERS: join(folder, 'photos') });
    context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    context.setDefaultTimeout(PATIENCE_MS);
    ({ page, misdeeds } = await openPage(context, running.system.apiUrl));
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await running.stop();
    await removeFolder(folder);
  });

  const link = () => `${running.system.apiUrl}/sign-in#${running.system.stores.sessions.offer(person)}`;
  const atPhoto = (number: number) => page.getByText(`Photo ${number} of ${PHOTOS}`, { exact: true }).waitFor();
  const tally = (words: string) => page.getByTestId('tally').filter({ hasText: words }).waitFor();
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });

  test('without a session every page says how to sign in, and shows nothing', async () => {
    const stranger = await browser.newContext();
    const foreign = await stranger.newPage();
    await foreign.goto(`${running.system.apiUrl}/review`);
    await foreign.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    expect(await accessibilityFindings(foreign)).toEqual([]);
    await stranger.close();
  });

  test('the printed link signs in, once', async () => {
    const used = link();
    await page.goto(used);
    await heading('Get ready').waitFor();
    expect(page.url()).not.toContain('#');
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });

    const second = await browser.newContext();
    const late = await second.newPage();
    await late.goto(used);
    await late.getByText('this sign-in link was used already').waitFor();
    await second.close();
  });

  test('before the first set the pages say what is ready and what to do', async () => {
    await page.getByRole('list', { name: 'What work depends on' }).getByText('Captioner ready').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    for (const [key, name, nothing] of [
      ['r', 'Review', 'Nothing waits for review'],
      ['p', 'Publish', 'Nothing is approved that the site does not have'],
      ['o', 'Operations', 'No photo came to nothing'],
      ['s', 'Sets', 'No set yet'],
    ] as const) {
      await press(page, 'g', key);
      await heading(name).waitFor();
      await page.getByText(nothing).waitFor();
      expect(await accessibilityFindings(page)).toEqual([]);
    }
  });

  test('a set is added and its progress followed without a mouse', async () => {
    await press(page, 'g', 's');
    await heading('Sets').waitFor();
    await tabTo(page, page.getByRole('button', { name: /photos/ }).first());
    await press(page, 'Enter');
    await tabTo(page, page.getByRole('button', { name: `lake ${PHOTOS} photos` }));
    await press(page, 'Enter');
    await tabTo(page, page.getByRole('button', { name: `Choose: lake, ${PHOTOS} photos` }));
    await press(page, 'Enter');
    for (const [label, words] of [
      ['Subject', 'Frozen Lake'],
      ['Location', 'Amsterdam Netherlands'],
      ['Folder', 'nature'],
    ] as const) {
      await tabTo(page, page.locator('input').and(page.getByLabel(label, { exact: true })));
      await page.keyboard.type(words);
    }
    await page.getByText('Frozen_Lake_Amsterdam_Netherlands_Nature_Photography').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await press(page, 'Control+Enter');
    await page.getByRole('region', { name: 'Sets to start' }).getByText('Frozen Lake').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await press(page, 'Control+Shift+Enter');
    await press(page, 'Escape');
    await page.getByText(`${PHOTOS} wait for review`).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('photos are edited, approved, undone and rejected by keys', async () => {
    await press(page, 'g', 'r');
    await atPhoto(1);
    await page.getByTestId('save-state').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await press(page, '?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await press(page, 'e', 'Control+a');
    await page.keyboard.type('A frozen lake near Amsterdam lies still below a pale winter sky, axa');
    await press(page, 'Backspace', 'Escape');
    await expect
      .poll(() => running.system.stores.dossiers.get(shownPhoto()).metadata.person.description)
      .toContain(', ax');
    await page.getByText('Saved', { exact: true }).waitFor();
    await press(page, 'a');
    await atPhoto(2);
    await tally('approved 1');
    await press(page, 'Control+z');
    await atPhoto(1);
    await tally('approved 0');
    await press(page, 'a');
    await tally('approved 1');

    await press(page, 'x');
    await page.getByRole('dialog', { name: 'Why is this photo rejected?' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await press(page, '1');
    await tally('rejected 1');
    await press(page, 'Control+z');
    await tally('rejected 0');
    await press(page, 'x', '1');
    await tally('rejected 1');
    for (let approved = 2; approved < PHOTOS; approved += 1) {
      await atPhoto(approved + 1);
      await press(page, 'a');
      await tally(`approved ${approved}`);
    }
    await page.getByRole('heading', { name: 'End of the list' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('the list of a session stays as it was over a reload', async () => {
    await page.reload();
    await page.getByText(`End of ${PHOTOS}`, { exact: true }).waitFor();
    await press(page, 'Home');
    await atPhoto(1);
    expect(await page.getByTestId('standing').textContent()).toBe('Approved');
    expect(await page.getByRole('option').count()).toBe(PHOTOS);
  });

  test('what was approved is published, and nothing else', async () => {
    await press(page, 'g', 'p');
    await heading('Publish').waitFor();
    await page.getByRole('button', { name: /Publish 3 photos/ }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await press(page, 'Shift+P');
    await focused(
      page.getByRole('dialog', { name: 'Publish 3 photos?' }).getByRole('button', { name: 'Publish 3 photos' }),
    );
    await press(page, 'Enter');
    await page.getByText('3 of 3 photos on the site. Done.').waitFor();
    await page.getByRole('table', { name: 'Photos on the site' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    const files = await readdir(running.config.siteFolder, { recursive: true });
    expect(files.filter((file) => /Frozen_Lake.*\.JPG$/.test(file) && !file.includes('thumbs'))).toHaveLength(3);
    await expect.poll(() => running.system.stores.overview.set(1).byState).toEqual({ published: 3, rejected: 1 });
  });

  test('analytics answers in sentences, charts, tables and files', async () => {
    await press(page, 'g', 'a');
    await heading('Analytics').waitFor();
    const growth = page.getByRole('region', { name: 'Catalogue growth' });
    await growth.getByText('The site shows 3 photos.').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);

    await growth.getByRole('button', { name: 'Catalogue growth as a table' }).click();
    const day = growth.getByRole('row').last();
    expect(await day.getByRole('cell').allTextContents()).toEqual([expect.any(String), '3', '3']);
    expect(await accessibilityFindings(page)).toEqual([]);

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      growth.getByRole('link', { name: 'Catalogue growth as CSV' }).click(),
    ]);
    const lines = (await readFile(await file.path(), 'utf8')).trim().split(/\r?\n/);
    expect(lines.at(-1)).toMatch(/,3,3$/);
  });

  test('operations shows what happened', async () => {
    await press(page, 'g', 'o');
    await heading('Operations').waitFor();
    await page.getByRole('cell', { name: 'review.rejected' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('figures that are not there yet or cannot be read say so on their cards', async () => {
    // A page of its own: its refused requests are no misdeed of the application.
    const second = await context.newPage();
    // The server keeps its figures for half a minute, so those of an empty catalogue are played here.
    const nothing = { at: new Date().toISOString(), rows: [] };
    await second.route('**/api/analytics/*', (route) => route.fulfill({ json: nothing }));
    await second.goto(`${running.system.apiUrl}/analytics`);
    await second.getByText('The first published photo begins this line.').waitFor();
    expect(await accessibilityFindings(second)).toEqual([]);
    await second.unroute('**/api/analytics/*');

    await second.route('**/api/analytics/failures', (route) => route.fulfill({ status: 500, body: '' }));
    await second.goto(`${running.system.apiUrl}/analytics`);
    const failures = second.getByRole('region', { name: 'Failures by cause' });
    await failures.getByText('These figures could not be read').waitFor();
    await second.getByRole('img', { name: 'Photos in each band' }).waitFor();
    expect(await accessibilityFindings(second)).toEqual([]);
    await second.unroute('**/api/analytics/failures');
    await failures.getByRole('button', { name: 'Try again' }).click();
    await failures.getByText('No figures yet').waitFor();
    await second.close();
  });

  test('no page asked another origin, broke the content policy or logged an error', () => {
    expect(misdeeds).toEqual([]);
  });

  const shownPhoto = () => running.system.stores.reviews.queue({ setId: 1 })[0]!.photoId;
});
