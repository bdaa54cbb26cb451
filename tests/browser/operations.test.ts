import { copyFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import type { QualityMeter } from '@proofline/domain/quality-meter.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countingMeter } from '../support/counting-meter.ts';
import { isChromiumThere, openPage, startBrowser, type Misdeeds } from '../support/browser.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { accessibilityFindings } from './axe.ts';
import { press, tabTo } from './keyboard.ts';

const PATIENCE_MS = 60_000;

/** A meter that is out of order, works, or keeps whoever asks waiting. */
function unreliableMeter() {
  const working = countingMeter();
  let state: 'broken' | 'works' | 'holds' = 'broken';
  let released = Promise.withResolvers<void>();
  const meter: QualityMeter = {
    id: 'unreliable',
    version: '1',
    async measure(...asked) {
      if (state === 'broken') throw new Error('the meter is out of order');
      if (state === 'holds') await released.promise;
      return working.measure(...asked);
    },
  };
  return {
    meter,
    mend: () => void (state = 'works'),
    hold() {
      state = 'holds';
      released = Promise.withResolvers();
    },
    release: () => released.resolve(),
  };
}

/** A group as the API tells it. */
const slowDraft = {
  state: 'discarded',
  stage: 'draft-text',
  code: 'Timeout',
  photos: 1,
  lastReason: 'slow',
  sample: [{ photoId: 1, setId: 1, originalFileName: 'IMG_1.JPG', reason: 'slow' }],
};

/** Somebody of ops finds out what failed and has it tried again. The tests follow each other. */
describe.skipIf(!isChromiumThere())('operations', () => {
  let folder: string;
  let running: RunningSystem;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let misdeeds: Misdeeds;
  const unreliable = unreliableMeter();

  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    await generatePhotos(join(folder, 'photos', 'lake'), 4);
    await generatePhotos(join(folder, 'photos', 'river'), 3, { startAt: 11 });
    await generatePhotos(join(folder, 'spare'), 1, { startAt: 4 });
    await truncate(join(folder, 'photos', 'lake', 'IMG_4.JPG'), 900);
    browser = await startBrowser();
    running = await startSystem(folder, {}, { meter: unreliable.meter });
    await running.add({ sourceFolder: join(folder, 'photos', 'lake'), subject: 'Lake' });
    context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    context.setDefaultTimeout(PATIENCE_MS);
    ({ page, misdeeds } = await openPage(context, running.system.apiUrl));
    await page.goto(linkFor(['operator', 'reviewer', 'ops']));
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    await press(page, 'g', 'o');
  }, 240_000);

  afterAll(async () => {
    unreliable.release();
    await browser.close();
    await running.stop();
    await removeFolder(folder);
  });

  const linkFor = (roles: readonly ('operator' | 'reviewer' | 'ops')[]) =>
    `${running.system.apiUrl}/sign-in#${running.system.stores.sessions.offer({ name: 'Otto', roles })}`;
  const failures = () => page.getByRole('region', { name: 'Failures' });
  const stateOf = (id: number) => running.system.stores.photos.get(id).state;
  const groupOf = (words: string) => failures().locator('details').filter({ hasText: words });

  test('what was given up stands together with pictures and the last error', async () => {
    const group = groupOf('given up at measure quality, 3 photos');
    await group.getByText('Last: the meter is out of order').waitFor();
    expect(await group.locator('summary').textContent()).toBe(
      'Other error: given up at measure quality, 3 photosError',
    );
    await failures().getByText('File is cut short').waitFor();
    await failures().getByText('truncated', { exact: true }).waitFor();
    const pictures = group.getByRole('img');
    await expect.poll(() => pictures.count()).toBe(3);
    expect(await pictures.first().getAttribute('alt')).toMatch(/^IMG_\d\.JPG$/);
    await expect
      .poll(() =>
        pictures.evaluateAll((all: readonly { naturalWidth?: number }[]) => all.every((one) => one.naturalWidth! > 0)),
      )
      .toBe(true);
    await groupOf('refused').getByText('1 photo', { exact: false }).first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('one photo is tried again alone, by keyboard', async () => {
    unreliable.mend();
    await tabTo(page, failures().getByRole('button', { name: 'Try again photo 2 alone' }));
    await press(page, 'Enter');
    await groupOf('given up at measure quality, 2 photos').waitFor();
    await expect.poll(() => stateOf(2), { timeout: PATIENCE_MS }).toBe('in-review');
    expect([stateOf(1), stateOf(3)]).toEqual(['discarded', 'discarded']);
  });

  test('the rest of the group is tried again together', async () => {
    await failures().getByRole('button', { name: 'Try 2 photos again' }).click();
    await expect.poll(() => [stateOf(1), stateOf(3)], { timeout: PATIENCE_MS }).toEqual(['in-review', 'in-review']);
  });

  test('a refused photo comes in once its file was mended', async () => {
    await copyFile(join(folder, 'spare', 'IMG_4.JPG'), join(folder, 'photos', 'lake', 'IMG_4.JPG'));
    await failures().getByRole('button', { name: 'Try 1 photo again' }).click();
    await failures().getByText('No photo came to nothing').waitFor();
    await expect.poll(() => stateOf(4), { timeout: PATIENCE_MS }).toBe('in-review');
  });

  test('what cannot be tried again says why, and stays', async () => {
    await page.route('**/api/failures', (route) => route.fulfill({ json: [slowDraft] }));
    await page.reload();
    // It was true when it was read; meanwhile the photo went on.
    await failures().getByRole('button', { name: 'Try 1 photo again' }).click();
    await failures().getByText('no photo is discarded at draft-text for Timeout; nothing was tried again').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.unroute('**/api/failures');
  });

  test('the queues tell which job is where', async () => {
    unreliable.hold();
    const adding = running.add({ sourceFolder: join(folder, 'photos', 'river'), subject: 'River' });
    const queues = page.getByRole('region', { name: 'Queues' });
    await tabTo(page, queues.getByRole('button', { name: 'Show jobs of measure quality' }));
    await press(page, 'Enter');
    const jobs = queues.getByRole('group', { name: 'Jobs of measure quality' });
    await jobs.getByRole('row').filter({ hasText: 'measure-quality' }).first().waitFor();
    expect(await jobs.getByRole('row').filter({ hasText: 'active since' }).count()).toBeGreaterThan(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    unreliable.release();
    await adding;
    await queues.getByText('The engine holds no job').waitFor();
  });

  test('a roll-back is told with who asked for it and why', async () => {
    await parseResponse(running.client.rollbacks.$post({ json: { scope: 'set', id: 2, reason: 'the wrong river' } }));
    const rollBacks = page.getByRole('region', { name: 'Roll-backs' });
    await rollBacks.getByText('the wrong river').first().waitFor();
    await rollBacks.getByText('Set rolled back').waitFor();
    await rollBacks.getByText('3 photos').first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('what was taken back long ago is in reach behind everything that happened since', async () => {
    const { events } = running.system.stores;
    const about = { actor: 'system', runId: 1, setId: 1, photoId: 1 };
    for (let number = 1; number <= 45; number += 1)
      events.append({ ...about, kind: 'photo.rolled-back', detail: { reason: `reason ${number}` } });
    // One roll-back of more photos than a page holds events.
    for (let photo = 0; photo < 505; photo += 1)
      events.append({ ...about, kind: 'photo.rolled-back', detail: { reason: 'a large set' } });
    for (let other = 0; other < 300; other += 1) events.append({ ...about, kind: 'photo.stage-undone', detail: {} });
    await page.reload();
    const rollBacks = page.getByRole('region', { name: 'Roll-backs' });
    const older = rollBacks.getByRole('button', { name: 'Show older roll-backs' });
    await rollBacks.getByText('500 photos').waitFor();
    expect(await rollBacks.getByRole('listitem').count()).toBe(1);
    await tabTo(page, older);
    await press(page, 'Enter');
    await rollBacks.getByText('505 photos').waitFor();
    expect(await rollBacks.getByRole('listitem').count()).toBe(40);
    expect(await rollBacks.getByText('the wrong river').count()).toBe(0);
    await older.click();
    await rollBacks.getByText('the wrong river').first().waitFor();
    await older.waitFor({ state: 'detached' });
    expect(
      await rollBacks
        .getByRole('listitem')
        .filter({ hasText: /reason [0-9]+/ })
        .count(),
    ).toBe(45);
    expect(await rollBacks.getByRole('listitem').filter({ hasText: 'a large set' }).count()).toBe(1);
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('who is not of ops sees no queue and nothing to try again', async () => {
    const reviewer = await browser.newContext();
    reviewer.setDefaultTimeout(PATIENCE_MS);
    const second = await reviewer.newPage();
    await second.route('**/api/failures', (route) => route.fulfill({ json: [slowDraft] }));
    await second.goto(linkFor(['reviewer']));
    // Keys are taken once the first page is there.
    await second.getByRole('heading', { level: 1 }).waitFor();
    await second.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Operations' }).click();
    await second.getByRole('heading', { level: 2, name: 'Stages' }).waitFor();
    await second.getByText('given up at draft text, 1 photo').waitFor();
    expect(await second.getByRole('region', { name: 'Queues' }).count()).toBe(0);
    expect(await second.getByRole('button', { name: /^Try/ }).count()).toBe(0);
    expect(await accessibilityFindings(second)).toEqual([]);
    await reviewer.close();
  });

  test('no page asked another origin, broke the content policy or logged another error than the refusal', () => {
    expect(misdeeds.filter((misdeed) => !misdeed.includes('404 (Not Found)'))).toEqual([]);
  });
});
