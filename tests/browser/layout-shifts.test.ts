import { join } from 'node:path';
import type { QualityMeter } from '@proofline/domain/quality-meter.ts';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChromiumThere, startBrowser } from '../support/browser.ts';
import { countingMeter } from '../support/counting-meter.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { fillPages, pageNames, signIn } from './filled-pages.ts';
import { shiftsWhileLoading } from './layout-shifts.ts';

const PATIENCE_MS = 60_000;
/** A fifth of what Lighthouse calls good. */
const MOST_SHIFTED = 0.02;

/** While a page loads, what is on it already stays where it is. */
describe.skipIf(!isChromiumThere())('layout shifts', () => {
  let folder: string;
  let running: RunningSystem;
  let browser: Browser;
  let context: BrowserContext;
  let isOutOfOrder = false;

  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    const photos = join(folder, 'photos');
    browser = await startBrowser();
    const working = countingMeter();
    const meter: QualityMeter = {
      id: 'unreliable',
      version: '1',
      measure: (...asked) =>
        isOutOfOrder ? Promise.reject(new Error('the meter is out of order')) : working.measure(...asked),
    };
    running = await startSystem(folder, { PROOFLINE_PHOTO_FOLDERS: photos }, { meter });
    await fillPages(running.client, photos);
    // What is given up here has pictures already, which failures show.
    isOutOfOrder = true;
    await generatePhotos(join(photos, 'storm'), 3, { startAt: 31 });
    await running.add({ sourceFolder: join(photos, 'storm'), subject: 'Storm' });
    // The size that Lighthouse takes for a desktop.
    context = await browser.newContext({ viewport: { width: 1350, height: 940 } });
    context.setDefaultTimeout(PATIENCE_MS);
    await signIn(context, running.client, running.system.apiUrl);
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await running.stop();
    await removeFolder(folder);
  });

  test.each(pageNames)('%s stays where it is while its data arrive', async (name) => {
    const page = await context.newPage();
    const { shifts, replies } = await shiftsWhileLoading(page, `${running.system.apiUrl}/${name}`);
    expect(replies).toBeGreaterThan(0);
    const sum = shifts.reduce((total, { value }) => total + value, 0);
    expect(sum < MOST_SHIFTED ? [] : shifts).toEqual([]);
    await page.close();
  });
});
