import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChromiumThere, openPage, startBrowser, type Misdeeds } from '../support/browser.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { accessibilityFindings } from './axe.ts';
import { focused, press, tabTo } from './keyboard.ts';

const PATIENCE_MS = 60_000;
const PUBLIC_ADDRESS = 'https://photos.example/images';

/** Photos are found by their words where they wait and where they are shown, and lead to the site. The tests follow each other. */
describe.skipIf(!isChromiumThere())('finding photos', () => {
  let folder: string;
  let running: RunningSystem;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let misdeeds: Misdeeds;

  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    await generatePhotos(join(folder, 'photos', 'lake'), 2);
    await generatePhotos(join(folder, 'photos', 'heron'), 2, { startAt: 11 });
    browser = await startBrowser();
    running = await startSystem(folder, { PROOFLINE_PUBLIC_URL_BASE: PUBLIC_ADDRESS });
    await running.add({ sourceFolder: join(folder, 'photos', 'lake'), subject: 'Frozen Lake' });
    await running.add({ sourceFolder: join(folder, 'photos', 'heron'), subject: 'Größe Heron' });
    context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    context.setDefaultTimeout(PATIENCE_MS);
    ({ page, misdeeds } = await openPage(context, running.system.apiUrl));
    const { sessions } = running.system.stores;
    const person = { name: 'Rita', roles: ['operator', 'reviewer', 'ops'] } as const;
    await page.goto(`${running.system.apiUrl}/sign-in#${sessions.offer(person)}`);
    await page.getByText('Photo 1 of 4', { exact: true }).waitFor();
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await running.stop();
    await removeFolder(folder);
  });

  const searchFor = async (field: string, words: string) => {
    await tabTo(page, page.getByRole('searchbox', { name: field }));
    await press(page, 'Control+a');
    await page.keyboard.type(words);
    await press(page, 'Enter');
  };
  const openFilter = () => page.getByRole('button', { name: /^Filter/ }).click();
  const publication = (id: number) => running.system.stores.reviews.view(id).published;

  test('the list of a review is made of the photos that hold every word', async () => {
    await openFilter();
    await searchFor('Search what waits for review', 'lake heron');
    await page.getByText('No photo fits “lake heron”').waitFor();
    await page.getByText('4 wait without the filter').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await openFilter();
    await searchFor('Search what waits for review', 'heron GRÖßE');
    await page.getByText('Photo 1 of 2', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('text')).toBe('heron GRÖßE');
    await page.reload();
    await page.getByText('Photo 1 of 2', { exact: true }).waitFor();
    await openFilter();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('what is no word is not searched for, and the field says so', async () => {
    await searchFor('Search what waits for review', '---');
    await page.getByText('Type a word: letters or figures').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByText('Photo 1 of 4', { exact: true }).waitFor();
  });

  test('a search that fails says so, and can be tried again', async () => {
    const second = await context.newPage();
    await second.route('**/api/searches*', (route) => route.fulfill({ status: 500, body: '' }));
    await second.goto(`${running.system.apiUrl}/review?text=lake`);
    await second.getByText('The list of photos could not be read').waitFor();
    expect(await accessibilityFindings(second)).toEqual([]);
    await second.unroute('**/api/searches*');
    await second.getByRole('button', { name: 'Try again' }).click();
    await second.getByText('Photo 1 of 2', { exact: true }).waitFor();
    await second.close();
  });

  test('what could not be published is tried again by one button, once the way is free', async () => {
    const { year, folderKey, fileName } = publication(1);
    const inTheWay = join(running.config.siteFolder, year, folderKey, fileName);
    await mkdir(dirname(inTheWay), { recursive: true });
    await writeFile(inTheWay, 'somebody else put this here');
    await running.approveAll(1);
    await running.approveAll(2);
    await press(page, 'g', 'p');
    await page.getByRole('button', { name: /Publish 4 photos/ }).waitFor();
    await searchFor('Search the plan', 'heron');
    await page.getByText('2 photos of 4 fit “heron”').waitFor();
    expect(await page.getByRole('table', { name: 'What would be published' }).getByRole('row').count()).toBe(3);
    expect(await accessibilityFindings(page)).toEqual([]);
    await press(page, 'Escape');
    await press(page, 'Shift+P');
    await focused(page.getByRole('dialog').getByRole('button', { name: 'Publish 4 photos' }));
    await press(page, 'Enter');
    await page.getByText('3 of 4 photos on the site, 1 came to nothing. Done.').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await rm(inTheWay);
    await page.getByRole('button', { name: 'Try 1 photo again' }).click();
    await page.getByText('4 of 4 photos on the site. Done.').waitFor();
  });

  test('the result and the list of the site lead to each photo on the site', async () => {
    const { webUrl } = publication(1);
    expect(webUrl).toMatch(/^https:\/\/photos\.example\/images\/.+\.JPG$/);
    for (const place of ['Publication under way', 'On the site']) {
      const links = page.getByRole('region', { name: place }).getByRole('link');
      await expect.poll(() => links.count()).toBe(4);
      const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(addresses).toContain(webUrl);
    }
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('the site is searched by words too, all of it and not only what is listed', async () => {
    const onSite = page.getByRole('region', { name: 'On the site' });
    await searchFor('Search what is on the site', 'heron');
    await expect.poll(() => onSite.getByRole('row').count()).toBe(3);
    await searchFor('Search what is on the site', 'pelican');
    await onSite.getByText('Nothing on the site fits “pelican”').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await tabTo(page, page.getByRole('searchbox', { name: 'Search what is on the site' }));
    await press(page, 'Control+a', 'Delete');
    await expect.poll(() => onSite.getByRole('row').count()).toBe(5);
  });

  test('no page asked another origin, broke the content policy or logged an error', () => {
    expect(misdeeds).toEqual([]);
  });
});
