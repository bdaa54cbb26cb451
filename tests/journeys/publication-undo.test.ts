import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import type { PublicationPlan } from '@proofline/domain/publication.ts';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { editReview } from '../support/edit-review.ts';
import { hashFolder } from '../support/folder-hash.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Words that the text gate lets pass. */
const CORRECTED = 'Corrected by the reviewer after the photo was published';

test('the plan is what then happens, and a rolled-back correction gives the site back to the byte', async () => {
  const { running, setId } = await reviewedSet(2);
  const photoIds = await running.approveAll(setId);
  await assertPlanHolds(running, setId, 'new');
  const before = await siteOf(running);
  expect(before.rows).toHaveLength(2);

  const [photoId] = photoIds as [number];
  await correct(running, photoId, 'A better headline');
  await running.approveAll(setId);
  const corrected = await assertPlanHolds(running, setId, 'text-changed');
  expect(corrected.items).toHaveLength(1);
  const after = await siteOf(running);
  expect(after.rows).toEqual(before.rows);
  const thumbnails = (files: Readonly<Record<string, string>>) =>
    Object.entries(files).filter(([path]) => path.includes('thumbs/'));
  expect(thumbnails(after.files)).toEqual(thumbnails(before.files));
  expect(after.files).not.toEqual(before.files);

  await correct(running, photoId, CORRECTED, 'caption');
  await running.approveAll(setId);
  await assertPlanHolds(running, setId, 'text-changed');
  expect((await siteOf(running)).rows).not.toEqual(before.rows);
  await rollBack(running, photoId, setId);
  expect(await siteOf(running)).toEqual(after);
  await rollBack(running, photoId, setId);
  expect(await siteOf(running)).toEqual(before);
  expect(running.system.stores.photos.get(photoId).state).toBe('in-review');
  expect(await readdir(join(running.config.dataFolder, 'replaced'))).toEqual([]);

  const again = running.client.photos[':photoId']['publication-roll-back'].$put({
    param: { photoId: String(photoId) },
    json: { reason: 'once more' },
  });
  expect((await again).status).toBe(409);
});

test('with embedding off a change of text sends no byte', async () => {
  const { running, setId } = await reviewedSet(1, { PROOFLINE_EMBED_TEXT: 'off' });
  const [photoId] = (await running.approveAll(setId)) as [number];
  await assertPlanHolds(running, setId, 'new');
  const before = await siteOf(running);
  await correct(running, photoId, CORRECTED, 'caption');
  await running.approveAll(setId);
  const plan = await assertPlanHolds(running, setId, 'text-changed');
  expect(plan.bytes).toBe(0);
  const after = await siteOf(running);
  expect(after.files).toEqual(before.files);
  expect(after.rows).toMatchObject([{ id: before.rows[0]!['id'], Caption: CORRECTED }]);
});

test('an archive keeps the untouched original under its published name, with its text beside it, whatever becomes of the photo', async () => {
  const folder = await temporaryFolder();
  const archive = join(folder, 'archive');
  const { running, setId, photos } = await reviewedSet(1, { PROOFLINE_ARCHIVE: archive });
  const [photoId] = (await running.approveAll(setId)) as [number];
  await assertPlanHolds(running, setId, 'new');
  const { fileName } = running.system.stores.publicationLog.current(photoId)!;
  const [original] = Object.values(await hashFolder(photos));
  const archived = await hashFolder(archive);
  const stem = fileName.replace(/\.JPG$/, '');
  expect(Object.keys(archived).map((path) => path.slice(path.lastIndexOf('/') + 1))).toEqual([fileName, `${stem}.xmp`]);
  expect(Object.values(archived)).toContain(original);

  await correct(running, photoId, CORRECTED, 'caption');
  await running.approveAll(setId);
  await assertPlanHolds(running, setId, 'text-changed');
  const [sidecar] = Object.keys(await hashFolder(archive)).filter((path) => path.endsWith('.xmp'));
  expect(await readFile(join(archive, sidecar!), 'utf8')).toContain(CORRECTED);

  await running.client.photos[':photoId'].withdrawal.$put({
    param: { photoId: String(photoId) },
    json: { reason: 'asked' },
  });
  expect((await running.settled(setId)).byState).toEqual({ withdrawn: 1 });
  expect(Object.values(await hashFolder(archive))).toContain(original);
});

/** Asks for the plan, has it carried out, and compares what was sent, photo by photo. */
async function assertPlanHolds(
  running: RunningSystem,
  setId: number,
  change: PublicationPlan['items'][number]['change'],
): Promise<PublicationPlan> {
  const planned = await parseResponse(running.client.publications.plan.$get({ query: {} }));
  const started = running.system.stores.events.list({ limit: 1000 }).at(-1)!.id;
  const { asked, ...carriedOut } = await parseResponse(running.client.publications.$post({ json: {} }));
  expect(carriedOut).toEqual(planned);
  expect(asked && 1 + asked.last - asked.first).toBe(planned.photos);
  await running.settled(setId);
  const finished = running.system.stores.events
    .list({ after: started, limit: 1000 })
    .filter(({ kind }) => kind === 'publication.finished')
    .map(({ photoId, detail }) => ({ photoId, bytes: detail['bytesSent'] }))
    .toSorted((a, b) => a.photoId! - b.photoId!);
  expect(finished).toEqual(planned.items.map(({ photoId, bytes }) => ({ photoId, bytes })));
  expect(planned.items.map((item) => item.change)).toEqual(planned.items.map(() => change));
  expect(planned.bytes).toBe(finished.reduce((sum, { bytes }) => sum + Number(bytes), 0));
  const again = await parseResponse(
    running.client.publications.plan.$get({ query: { photoId: planned.items.map(({ photoId }) => String(photoId)) } }),
  );
  expect(again).toMatchObject({ photos: 0, bytes: 0, items: planned.items.map(() => ({ change: 'unchanged' })) });
  return planned;
}

async function correct(
  running: RunningSystem,
  photoId: number,
  text: string,
  field: 'headline' | 'caption' = 'headline',
): Promise<void> {
  await editReview(running.client, photoId, { [field]: text });
}

async function rollBack(running: RunningSystem, photoId: number, setId: number): Promise<void> {
  const param = { photoId: String(photoId) };
  const photo = running.client.photos[':photoId'];
  await parseResponse(photo['publication-roll-back'].$put({ param, json: { reason: 'the first one was right' } }));
  await running.settled(setId);
}

/** Every image of the site by its hash, and every row with every column. */
async function siteOf({ config }: RunningSystem) {
  const files = await hashFolder(config.siteFolder);
  const database = new Database(join(config.dataFolder, 'catalogue.db'), { readonly: true });
  const rows = database.prepare('SELECT * FROM photos_info_revamp ORDER BY id').all() as Record<string, unknown>[];
  database.close();
  return { rows, files: Object.fromEntries(Object.entries(files).filter(([path]) => !path.endsWith('.html'))) };
}

async function reviewedSet(count: number, variables: Readonly<Record<string, string>> = {}) {
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, count);
  const running = await startSystem(join(folder, 'data'), variables);
  onTestFinished(() => running.stop());
  const { set, byState } = await running.add({ sourceFolder: photos });
  expect(byState).toEqual({ 'in-review': count });
  return { running, photos, setId: set.id };
}
