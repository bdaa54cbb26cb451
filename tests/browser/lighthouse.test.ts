import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChromiumThere, startSharedBrowser } from '../support/browser.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { fillPages, pageNames, signIn } from './filled-pages.ts';
import { lighthouseReport } from './lighthouse.ts';

/** How fast the pages are is printed and not judged: other tests share the machine. `pnpm bench:lighthouse` judges it. */
describe.skipIf(!isChromiumThere())('Lighthouse', () => {
  let folder: string;
  let running: RunningSystem;
  let context: BrowserContext;
  let port: number;

  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    running = await startSystem(folder, { PROOFLINE_PHOTO_FOLDERS: join(folder, 'photos') });
    await fillPages(running.client, join(folder, 'photos'));
    ({ context, port } = await startSharedBrowser(join(folder, 'profile')));
    await signIn(context, running.client, running.system.apiUrl);
  }, 240_000);

  afterAll(async () => {
    await context.close();
    await running.stop();
    await removeFolder(folder);
  });

  test.each(pageNames)('finds nothing against %s, which asks nobody but its own server', async (name) => {
    const { apiUrl } = running.system;
    const { scores, findings, asked } = await lighthouseReport(`${apiUrl}/${name}`, port);
    console.log(`${name}: ${JSON.stringify(scores)}`);
    for (const finding of findings) console.log(finding);
    expect(scores.accessibility).toBe(100);
    expect(scores['best-practices']).toBeGreaterThanOrEqual(95);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((url) => url.startsWith('http') && new URL(url).origin !== apiUrl)).toEqual([]);
  });
});
