import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import type { PhotoState } from '@proofline/domain/photo.ts';
import type { BrowserContext } from 'playwright-core';
import { generatePhotos } from '../support/generated-photos.ts';

const LOOK_EVERY_MS = 50;
const moving: readonly PhotoState[] = ['queued', 'running', 'waiting', 'rolling-back'];

/** The pages of the rail. */
export const pageNames = ['sets', 'review', 'publish', 'operations', 'analytics'] as const;

/** Gives a new program something to show on every page: photos that wait, that came to nothing, that were approved, published and taken back. */
export async function fillPages(client: ApiClient, photoFolder: string): Promise<void> {
  const add = async (subject: string, photos: number, startAt: number) => {
    const sourceFolder = join(photoFolder, subject.toLowerCase());
    await generatePhotos(sourceFolder, photos, { startAt });
    if (subject === 'Frozen Lake') await truncate(join(sourceFolder, `IMG_${startAt}.JPG`), 900);
    const json = { sourceFolder, subject, location: 'Amsterdam Netherlands', folderKey: 'nature' };
    const { id } = await parseResponse(client.sets.$post({ json }));
    await atRest(client, id);
    return id;
  };
  const lake = await add('Frozen Lake', 6, 1);
  const river = await add('Wild River', 3, 11);
  await add('Grey Heron', 4, 21);
  await parseResponse(client.rollbacks.$post({ json: { scope: 'set', id: river, reason: 'the wrong river' } }));
  const [onlyApproved, ...published] = await approveAll(client, lake);
  if (onlyApproved === undefined) throw new Error('no photo of the lake came to review');
  await parseResponse(client.publications.$post({ json: { photoIds: published } }));
  await atRest(client, lake);
  await atRest(client, river);
}

async function approveAll(client: ApiClient, setId: number): Promise<readonly number[]> {
  const waiting = await parseResponse(client.reviews.$get({ query: { setId: String(setId) } }));
  for (const { photoId } of waiting) {
    const param = { photoId: String(photoId) };
    const { revisionHash } = await parseResponse(client.reviews[':photoId'].$get({ param }));
    await parseResponse(client.photos[':photoId'].approval.$put({ param, json: { revisionHash } }));
  }
  return waiting.map(({ photoId }) => photoId);
}

async function atRest(client: ApiClient, setId: number): Promise<void> {
  for (;;) {
    const [found] = await parseResponse(client.overview.$get({ query: { setId: String(setId) } }));
    const { set, byState } = found!;
    const isWorking = moving.some((state) => (byState[state] ?? 0) > 0);
    if (!isWorking && !['queued', 'running', 'rolling-back'].includes(set.state)) return;
    await sleep(LOOK_EVERY_MS);
  }
}

/** Signs the browser in as the machine's owner, as the printed link does. */
export async function signIn(context: BrowserContext, client: ApiClient, url: string): Promise<void> {
  const { code } = await parseResponse(client['sign-in-links'].$post());
  const page = await context.newPage();
  await page.goto(`${url}/sign-in#${code}`);
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  await page.close();
}
