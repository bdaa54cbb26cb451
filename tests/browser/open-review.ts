import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage, startBrowser, type Misdeeds } from '../support/browser.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { accessibilityFindings } from './axe.ts';

const PATIENCE_MS = 120_000;
export const reviewer = { name: 'Rita', roles: ['operator', 'reviewer', 'ops'] } as const;

/** A reviewer before the first photo of a set, with what a test looks at. */
export type OpenReview = {
  readonly running: RunningSystem;
  readonly page: Page;
  readonly misdeeds: Misdeeds;
  /** In the order of the session. */
  readonly ids: readonly number[];
  /** The list in the order of `ids`. */
  readonly url: string;
  atPhoto(number: number): Promise<void>;
  tally(words: string): Promise<void>;
  /** What was typed is saved. */
  saved(): Promise<void>;
  isClean(): Promise<void>;
  published(index: number): ReturnType<RunningSystem['system']['stores']['reviews']['view']>['published'];
  status(index: number): string | undefined;
  close(): Promise<void>;
};

export async function openReview(photos: number): Promise<OpenReview> {
  const folder = await makeTemporaryFolder();
  await generatePhotos(join(folder, 'lake'), photos);
  const browser = await startBrowser();
  const running = await startSystem(folder);
  await running.add({
    sourceFolder: join(folder, 'lake'),
    subject: 'Frozen Lake',
    location: 'Amsterdam Netherlands',
  });
  const { apiUrl, stores } = running.system;
  const ids = stores.reviews.queue({ order: 'by-photo' }).map(({ photoId }) => photoId);
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const { page, misdeeds } = await openPage(context, apiUrl);
  const url = `${apiUrl}/review?order=by-photo`;
  await page.goto(`${apiUrl}/sign-in#${stores.sessions.offer(reviewer)}`);
  await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor();
  await page.goto(url);
  const atPhoto = (number: number) => page.getByText(`Photo ${number} of ${photos}`, { exact: true }).waitFor();
  await atPhoto(1);
  return {
    running,
    page,
    misdeeds,
    ids,
    url,
    atPhoto,
    tally: (words) => page.getByTestId('tally').filter({ hasText: words }).waitFor(),
    saved: () => page.getByText('Saved', { exact: true }).waitFor(),
    isClean: async () => expect(await accessibilityFindings(page)).toEqual([]),
    published: (index) => stores.reviews.view(ids[index]!).published,
    status: (index) => stores.dossiers.get(ids[index]!).review?.status,
    async close() {
      await browser.close();
      await running.stop();
      await removeFolder(folder);
    },
  };
}
