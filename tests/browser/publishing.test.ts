import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChromiumThere, openPage, startBrowser, type Misdeeds } from '../support/browser.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { openHeldWebsite } from '../support/held-website.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { accessibilityFindings } from './axe.ts';

/** Four are published at once. */
const PHOTOS = 6;
const PATIENCE_MS = 120_000;

/** An operator looks on while photos are published, one of them onto a file that is somebody else's. The tests follow each other. */
describe.skipIf(!isChromiumThere())('a publication under way', () => {
  let folder: string;
  let running: RunningSystem;
  let website: Awaited<ReturnType<typeof openHeldWebsite>>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let misdeeds: Misdeeds;
  let names: readonly string[];
  let foreignFile: string;

  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    await generatePhotos(join(folder, 'lake'), PHOTOS);
    browser = await startBrowser();
    const siteFolder = join(folder, 'site-of-this-test');
    website = await openHeldWebsite(siteFolder);
    running = await startSystem(folder, {
      PROOFLINE_SITE: siteFolder,
      PROOFLINE_PUBLIC_URL_BASE: website.url,
      PROOFLINE_PUBLIC_URL_CHECK: 'on',
    });
    const { set } = await running.add({ sourceFolder: join(folder, 'lake'), subject: 'Frozen Lake' });
    await running.approveAll(set.id);
    const { items } = await running.system.stores.publications.plan();
    names = items.map(({ fileName }) => fileName);
    foreignFile = join(siteFolder, decodeURIComponent(new URL(items[1]!.webUrl!).pathname));
    await mkdir(dirname(foreignFile), { recursive: true });
    await writeFile(foreignFile, 'somebody else put this here');
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(PATIENCE_MS);
    ({ page, misdeeds } = await openPage(context, running.system.apiUrl));
    const code = running.system.stores.sessions.offer({ name: 'Olga', roles: ['operator', 'reviewer'] });
    await page.goto(`${running.system.apiUrl}/sign-in#${code}`);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Publish' }).click();
  }, 240_000);

  afterAll(async () => {
    website.answer();
    await browser.close();
    await running.stop();
    await website.close();
    await removeFolder(folder);
  });

  const progress = () => page.getByRole('region', { name: 'Publication under way' });
  const row = (index: number) => progress().getByRole('row').filter({ hasText: names[index]! });
  const cells = (index: number) => row(index).getByRole('cell').allTextContents();
  const top = async (index: number) => (await row(index).boundingBox())!.y;
  const sent = expect.stringMatching(/^\d+(\.\d)? kB$/);

  test('each photo tells which of its steps are done while it goes on', async () => {
    website.hold();
    await page.getByRole('button', { name: `Publish ${PHOTOS} photos …` }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `Publish ${PHOTOS} photos` })
      .click();
    await row(0).getByText('verifying').waitFor();
    expect(await cells(0)).toEqual(['no archive', sent, sent, 'written', 'verifying', 'is being sent']);
    await row(1)
      .getByText(/came to nothing/)
      .waitFor();
    expect((await cells(1)).slice(1, 5)).toEqual(Array.from({ length: 4 }, () => 'not done'));
    await progress().getByText(`0 of ${PHOTOS} photos on the site, 1 came to nothing …`).waitFor();
    await progress()
      .getByText(/^0 of 6 photos · \d+ kB of \d+ kB · /)
      .waitFor();
  });

  test('what was read is not moved by what is done, and it ends with links and figures', async () => {
    const before = await top(PHOTOS - 1);
    website.answer();
    await progress().getByText(`5 of ${PHOTOS} photos on the site, 1 came to nothing. Done.`).waitFor();
    expect(await top(PHOTOS - 1)).toBe(before);
    const link = row(0).getByRole('link', { name: names[0]! });
    expect(await link.getAttribute('href')).toMatch(new RegExp(`^${website.url}/.*${names[0]!}$`));
    expect((await cells(0)).at(-1)).toBe('on the site');
    await progress()
      .getByText(/^5 of 6 photos · \d+ kB sent · in \d+ seconds? · .* a second$/)
      .waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('only what came to nothing is looked at, and tried once more, over a reload', async () => {
    await page.reload();
    await progress().getByText('Came to nothing', { exact: true }).click();
    await expect.poll(() => progress().getByRole('row').count()).toBe(2);
    expect(
      await row(1)
        .getByText(/^came to nothing: the site holds a file .* that Proofline did not publish/)
        .count(),
    ).toBe(1);
    expect(await accessibilityFindings(page)).toEqual([]);
    await rm(foreignFile);
    await progress().getByText('All', { exact: true }).click();
    await progress().getByRole('button', { name: 'Try 1 photo again' }).click();
    await progress().getByText(`${PHOTOS} of ${PHOTOS} photos on the site. Done.`).waitFor();
    expect((await cells(1)).at(-1)).toBe('on the site');
    await progress().getByRole('button', { name: 'Close' }).click();
    await progress().waitFor({ state: 'detached' });
  });

  test('no page asked another origin, broke the content policy or logged an error', () => {
    expect(misdeeds).toEqual([]);
  });
});
