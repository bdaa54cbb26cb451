import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sitePaths } from '@proofline/domain/published-photo.ts';
import { renditionOf } from '@proofline/domain/rendition.ts';
import { expect, onTestFinished, test } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a file of somebody else in the way: it is not touched, the reason is on record, and publishing works once it is gone', async () => {
  const { running, photoId, siteFile } = await approvedPhoto();
  await mkdir(dirname(siteFile), { recursive: true });
  await writeFile(siteFile, 'somebody else’s');

  expect((await publish(running)).byState).toEqual({ 'in-review': 1 });
  expect(await readFile(siteFile, 'utf8')).toBe('somebody else’s');
  expect(reasonsOf(running, photoId)).toEqual([
    expect.stringMatching(/^the site holds a file .* that Proofline did not publish; it was not touched/),
  ]);

  await rm(siteFile);
  expect((await publish(running)).byState).toEqual({ published: 1 });
  expect(reasonsOf(running, photoId)).toHaveLength(1);
});

test('an approved image that changed on disk: nothing is sent, the reason is on record, and publishing works once it is back', async () => {
  const { running, photoId, siteFile } = await approvedPhoto();
  const { renditions } = running.system.stores.dossiers.get(photoId);
  const approved = join(running.config.dataFolder, ...renditionOf(renditions, 'web').path.split('/'));
  await copyFile(approved, `${approved}.kept`);
  await writeFile(approved, 'other pixels');

  expect((await publish(running)).byState).toEqual({ 'in-review': 1 });
  expect(existsSync(siteFile)).toBe(false);
  expect(reasonsOf(running, photoId)).toEqual([expect.stringMatching(/^web image of .* changed after approval/)]);

  await copyFile(`${approved}.kept`, approved);
  expect((await publish(running)).byState).toEqual({ published: 1 });
  expect(existsSync(siteFile)).toBe(true);
});

async function approvedPhoto() {
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, 1);
  const running = await startSystem(join(folder, 'data'));
  onTestFinished(() => running.stop());
  const { set } = await running.add({ sourceFolder: photos });
  const [photoId] = await running.approveAll(set.id);
  const { published } = running.system.stores.reviews.view(photoId!);
  const siteFile = join(running.config.siteFolder, ...sitePaths(published).web.split('/'));
  return { running, photoId: photoId!, siteFile };
}

async function publish(running: RunningSystem) {
  await running.client.publications.$post({ json: {} });
  return running.settled(1);
}

/** Why publishing this photo ended without a publication, each time, as the events tell the operator. */
function reasonsOf({ system }: RunningSystem, photoId: number): readonly unknown[] {
  return system.stores.events
    .list({ photoId })
    .filter(({ kind, detail }) => kind === 'photo.stage-skipped' && detail['stage'] === 'publish-photo')
    .map(({ detail }) => detail['reason']);
}
