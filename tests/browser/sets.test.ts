import { join } from 'node:path';
import { stageNames } from '@proofline/domain/stage.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChromiumThere, openPage, startBrowser, type Misdeeds } from '../support/browser.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { accessibilityFindings } from './axe.ts';

const PATIENCE_MS = 120_000;
const person = { name: 'Rita', roles: ['operator', 'reviewer', 'ops'] } as const;
const set = { subject: 'Frozen Lake', location: 'Amsterdam Netherlands', folderKey: 'nature' };

/** What an operator is told before a set begins, and how the work of all sets is held. The tests follow each other. */
describe.skipIf(!isChromiumThere())('the page of the sets', () => {
  let folder: string;
  let running: RunningSystem;
  let browser: Browser;
  let page: Page;
  let misdeeds: Misdeeds;

  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    await generatePhotos(join(folder, 'photos', 'lake'), 1);
    await generatePhotos(join(folder, 'photos', 'pond'), 2, { startAt: 5 });
    browser = await startBrowser();
    running = await startSystem(folder, { PROOFLINE_PHOTO_FOLDERS: join(folder, 'photos') });
    await running.add({ ...set, sourceFolder: join(folder, 'photos', 'lake') });
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    context.setDefaultTimeout(PATIENCE_MS);
    ({ page, misdeeds } = await openPage(context, running.system.apiUrl));
    await page.goto(`${running.system.apiUrl}/sign-in#${running.system.stores.sessions.offer(person)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(`${running.system.apiUrl}/sets`);
    await page.getByRole('heading', { level: 1, name: 'Sets' }).waitFor();
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await running.stop();
    await removeFolder(folder);
  });

  const field = (name: string) => page.locator('input').and(page.getByLabel(name, { exact: true }));

  test('a location that no set has is told, with the one that may be meant', async () => {
    await page
      .getByRole('button', { name: /photos/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Choose: photos, 0 photos and 2 folders' }).waitFor();
    await page.getByRole('button', { name: 'pond 2 photos' }).click();
    await page.getByRole('button', { name: 'Choose: pond, 2 photos' }).click();
    await field('Subject').fill('Duck Pond');
    await field('Folder').fill('nature');
    await field('Location').fill('Amsterdan Netherlands');
    await page.getByText('No set was taken at “Amsterdan Netherlands” yet').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use Amsterdam Netherlands' }).click();
    await page.getByText('No set was taken at').waitFor({ state: 'detached' });
    expect(await field('Location').inputValue()).toBe('Amsterdam Netherlands');
  });

  test('words that are too long are told within the page', async () => {
    await field('Subject').fill('Duck Pond '.repeat(19));
    await page.getByText('more than the 150 that the site allows').waitFor();
    const width = (edge: 'scrollWidth' | 'clientWidth') =>
      page.locator('#page > :last-child').evaluate((content, which) => content[which], edge);
    expect(await width('scrollWidth')).toBe(await width('clientWidth'));
    await field('Subject').fill('Duck Pond');
    await page.getByText('more than the 150 that the site allows').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Enter');
  });

  test('a set that is changed shows the folder that it has', async () => {
    await page.getByRole('button', { name: 'Edit Duck Pond' }).click();
    const chosen = page.getByRole('button', { name: 'Chosen: pond, 2 photos' });
    expect(await chosen.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Keep the changes' }).click();
  });

  test('one set is held with a reason and goes on', async () => {
    const { stageSettings, sets } = running.system.stores;
    // The set cannot be through before it is held, nor in the test after this one.
    stageSettings.pause(['draft-text'], 'a new model', person);
    await page.getByRole('button', { name: 'Start 1 set' }).click();
    const card = page.getByRole('article', { name: 'Set 2, Duck Pond' });
    await card.getByRole('button', { name: 'Hold …' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Hold set 2, Duck Pond' });
    await dialog.getByRole('button', { name: 'Hold the set', disabled: true }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.type('the client calls back');
    await page.keyboard.press('Enter');
    await card.getByText(/^Held by Rita since \d\d:\d\d:\d\d: the client calls back$/).waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(sets.get(2).hold).toMatchObject({ by: 'Rita', reason: 'the client calls back' });
    // The focus comes back to the button, which is the way on now.
    const focused = page.locator(':focus');
    await card.getByRole('button', { name: 'Let it go on' }).and(focused).press('Enter');
    await card.getByText('Held by').waitFor({ state: 'detached' });
    await card.getByRole('button', { name: 'Hold …' }).and(focused).waitFor();
    expect(sets.get(2).hold).toBeNull();
  });

  test('the work of all sets is held and goes on', async () => {
    const { stageSettings } = running.system.stores;
    await page.getByText('draft text: paused by Rita').waitFor();
    await page.getByRole('button', { name: 'Pause all sets' }).click();
    await page.getByText('All work before review is paused by Rita').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    const held = () => stageSettings.list().flatMap(({ stage, pause }) => (pause === null ? [] : [stage]));
    expect(held()).toEqual(stageNames.slice(0, 8));
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    await page.getByText('2 wait for review').waitFor();
    expect(held()).toEqual([]);
    expect(misdeeds).toEqual([]);
  });
});
