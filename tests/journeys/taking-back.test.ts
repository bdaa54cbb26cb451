import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import { expect, onTestFinished, test } from 'vitest';
import { editReview } from '../support/edit-review.ts';
import { hashFolder } from '../support/folder-hash.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { workFolders } from '../support/work-folders.ts';

test('a rejected photo gives back its name and its working files, and the next run gets the same name', async () => {
  const { running, photos, setId } = await reviewedSet(3);
  const before = await hashFolder(photos);
  const [first] = running.system.stores.reviews.list({ setId });

  await running.client.photos[':photoId'].rejection.$put({
    param: { photoId: String(first!.photoId) },
    json: { reason: 'the horizon is not level' },
  });
  const after = await running.settled(setId);

  expect(after.byState).toMatchObject({ rejected: 1, 'in-review': 2 });
  expect(await workFolders(running.config.dataFolder)).not.toContain(`p${first!.photoId}`);
  expect(running.system.stores.fileNameLedger.isTaken(first!.fileName)).toBe(false);
  expect(await hashFolder(photos)).toEqual(before);
  expect(running.system.stores.reviews.list({ setId, status: 'rejected' })).toHaveLength(1);
});

test('a set that is rolled back leaves no name and no file, and runs again under the same names', async () => {
  const { running, photos, setId } = await reviewedSet(5);
  const before = await hashFolder(photos);
  const names = running.system.stores.reviews.list({ setId }).map(({ fileName }) => fileName);

  await running.client.rollbacks.$post({ json: { scope: 'set', id: setId, reason: 'wrong subject' } });
  const after = await running.settled(setId);

  expect(after.byState).toEqual({ 'rolled-back': 5 });
  expect(after.set.state).toBe('rolled-back');
  expect(await workFolders(running.config.dataFolder)).toEqual([]);
  expect(await hashFolder(photos)).toEqual(before);

  const again = await running.add({ sourceFolder: photos });
  const renamed = running.system.stores.reviews.list({ setId: again.set.id }).map(({ fileName }) => fileName);
  expect(renamed).toEqual(names);
});

test('one letter changed after the approval: publishing refuses with the reason, and nothing reaches the site', async () => {
  const { running, setId } = await reviewedSet(1);
  const [photoId] = await running.approveAll(setId);
  const param = { photoId: String(photoId) };
  const { published } = await parseResponse(running.client.reviews[':photoId'].$get({ param }));

  await editReview(running.client, photoId!, { caption: `${published.caption}x` });
  const plan = await parseResponse(running.client.publications.$post({ json: { photoIds: [photoId!] } }));

  expect(plan.items).toMatchObject([{ photoId, blockedBy: [{ reason: expect.stringMatching(/approv/) }] }]);
  const settled = await running.settled(setId);
  expect(settled.byState).toEqual({ 'in-review': 1 });
  expect(existsSync(join(running.config.siteFolder, '2025'))).toBe(false);

  await running.approveAll(setId);
  await running.client.publications.$post({ json: {} });
  expect((await running.settled(setId)).byState).toEqual({ published: 1 });
});

test('a published photo is withdrawn: file, thumbnail and row go, its name is never used again', async () => {
  const { running, photos, setId } = await reviewedSet(1);
  const [photoId] = await running.approveAll(setId);
  await running.client.publications.$post({ json: {} });
  await running.settled(setId);
  const publication = running.system.stores.publicationLog.current(photoId!)!;
  const file = join(running.config.siteFolder, ...publication.webPath.split('/'));
  expect(existsSync(file)).toBe(true);

  await running.client.photos[':photoId'].withdrawal.$put({
    param: { photoId: String(photoId) },
    json: { reason: 'the person in it asked for it' },
  });
  expect((await running.settled(setId)).byState).toEqual({ withdrawn: 1 });

  expect(existsSync(file)).toBe(false);
  const again = await running.add({ sourceFolder: photos });
  const [next] = running.system.stores.reviews.list({ setId: again.set.id });
  expect(next!.fileName).not.toBe(publication.fileName);
});

test('a withdrawal that meets a file of somebody else rests, says so, and is asked for again once the file is gone', async () => {
  const { running, setId } = await reviewedSet(1);
  const [photoId] = await running.approveAll(setId);
  await running.client.publications.$post({ json: {} });
  await running.settled(setId);
  const publication = running.system.stores.publicationLog.current(photoId!)!;
  const file = join(running.config.siteFolder, ...publication.webPath.split('/'));
  await writeFile(file, 'somebody else’s');
  const withdraw = () =>
    running.client.photos[':photoId'].withdrawal.$put({
      param: { photoId: String(photoId) },
      json: { reason: 'the person in it asked for it' },
    });

  expect((await withdraw()).status).toBe(204);
  const stopped = await running.settled(setId);
  expect(stopped.byState).toEqual({ published: 1 });
  const [listed] = await parseResponse(running.client.overview.$get({ query: {} }));
  expect(listed!.stillOnSite).toMatchObject([
    {
      photoId,
      reason: expect.stringMatching(new RegExp(`the file ${publication.webPath} .* withdraw the photo again`)),
    },
  ]);
  expect(await readFile(file, 'utf8')).toBe('somebody else’s');

  await rm(file);
  expect((await withdraw()).status).toBe(204);
  expect(await running.settled(setId)).toMatchObject({ byState: { withdrawn: 1 }, stillOnSite: [] });
});

async function reviewedSet(count: number) {
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, count);
  const running = await startSystem(join(folder, 'data'));
  onTestFinished(() => running.stop());
  const { set, byState } = await running.add({ sourceFolder: photos });
  expect(byState).toEqual({ 'in-review': count });
  return { running, photos, setId: set.id };
}
