import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CatalogueRow } from '@proofline/domain/catalogue.ts';
import { publishedRow } from '../catalogue-columns.ts';
import { examplePhoto } from '../fixtures/published-photo.ts';
import { openKeptFiles } from '../kept-files.ts';
import { putBack } from '../put-back.ts';
import { openDirectoryTarget } from '../targets/directory.ts';
import { fillMirror, mirroredCatalogue } from './mirrored.ts';
import { openSqliteCatalogue, type SqliteCatalogue } from './sqlite.ts';

const { signal } = new AbortController();
let folder: string;
let site: SqliteCatalogue;
let mirror: SqliteCatalogue;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proofline-mirror-'));
  site = openSqliteCatalogue({ file: join(folder, 'site.db') });
  mirror = openSqliteCatalogue({ file: join(folder, 'mirror.db') });
});
afterEach(async () => {
  await site.close();
  await mirror.close();
  await rm(folder, { recursive: true, force: true });
});

const named = (fileName: string) => examplePhoto({ fileName });
const rows = (catalogue: SqliteCatalogue) => catalogue.newest(null, 99);

test('a row goes into the mirror under the id that the site gave it, and leaves it again', async () => {
  await site.upsert(named('Elsewhere_001.JPG'), signal);
  const both = mirroredCatalogue(site, mirror);
  expect(await both.upsert(named('A_001.JPG'), signal)).toEqual({ remoteId: 2, changed: true });
  expect(rows(mirror)).toEqual([await site.read('A_001.JPG', signal)]);

  const before = (await both.read('A_001.JPG', signal)) as CatalogueRow;
  await both.upsert(examplePhoto({ fileName: 'A_001.JPG', caption: 'New' }), signal);
  expect(rows(mirror)).toMatchObject([{ id: 2, Caption: 'New' }]);
  await both.restore(before, signal);
  expect(rows(mirror)).toEqual([before]);
  await both.remove('A_001.JPG', signal);
  expect(rows(mirror)).toEqual([]);
});

test('what the site holds otherwise is mirrored as the site holds it', async () => {
  await site.upsert(named('A_001.JPG'), signal);
  const both = mirroredCatalogue(
    {
      ...site,
      page: async () => (await site.page(null, 1, signal)).map((entry) => ({ ...entry, row: { ...entry.row, QR: 7 } })),
    },
    mirror,
  );
  await both.upsert(named('A_001.JPG'), signal);
  expect(rows(mirror)).toMatchObject([{ QR: 7 }]);
});

test('a run that was cut off after the site’s row puts the mirror right when it runs again', async () => {
  await site.upsert(named('A_001.JPG'), signal);
  await mirroredCatalogue(site, mirror).upsert(named('A_001.JPG'), signal);
  expect(rows(mirror)).toEqual(rows(site));
});

test('a roll-back that was cut off after the site’s row puts the mirror right when it runs again', async () => {
  const both = mirroredCatalogue(site, mirror);
  await both.upsert(named('A_001.JPG'), signal);
  const row = (await both.read('A_001.JPG', signal)) as CatalogueRow;
  await both.upsert(examplePhoto({ fileName: 'A_001.JPG', caption: 'New' }), signal);
  await site.restore(row, signal);
  expect(rows(mirror)).toMatchObject([{ Caption: 'New' }]);

  const target = openDirectoryTarget({ folder: join(folder, 'files') });
  const kept = openKeptFiles({ folder: join(folder, 'replaced') });
  const publication = { photoId: 1, fileName: 'A_001.JPG', webPath: 'A_001.JPG', thumbPath: 'thumbs/A_001.JPG' };
  const back = { row, web: null, thumb: null };
  const request = { publication, ownWebSha256s: [], back, sameFiles: [] };
  await putBack({ target, catalogue: both, kept }, request, signal);
  expect(rows(site)).toEqual([row]);
  expect(rows(mirror)).toEqual([row]);
});

test('rows that stand in the way in the mirror make room', async () => {
  await mirror.upsert(named('Old_001.JPG'), signal);
  await mirror.upsert(named('A_001.JPG'), signal);
  await mirroredCatalogue(site, mirror).upsert(named('A_001.JPG'), signal);
  expect(rows(mirror)).toEqual([await site.read('A_001.JPG', signal)]);
});

test('a new mirror takes every row of the site once, and leaves what differs later to the audit', async () => {
  for (const number of [1, 2, 3]) await site.upsert(named(`A_00${number}.JPG`), signal);
  expect(await fillMirror(site, mirror, signal)).toEqual({ rows: 3 });
  expect(rows(mirror)).toEqual(rows(site));
  await mirror.remove('A_002.JPG', signal);
  expect(await fillMirror(site, mirror, signal)).toEqual({ rows: 0 });
  expect(rows(mirror)).toHaveLength(2);
});

test('a filling that was cut off starts over', async () => {
  const many = Array.from({ length: 1500 }, (_, index) => ({
    ...publishedRow(named(`A_${index}.JPG`)),
    id: index + 1,
  }));
  await site.takeOver(many, signal);
  let pages = 0;
  const cutOff = {
    page: (...asked: Parameters<SqliteCatalogue['page']>) => {
      pages += 1;
      return pages === 2 ? Promise.reject(new Error('the connection broke')) : site.page(...asked);
    },
  };
  await expect(fillMirror(cutOff, mirror, signal)).rejects.toThrow('broke');
  expect(mirror.count()).toBe(1000);
  expect(await fillMirror(site, mirror, signal)).toEqual({ rows: 1500 });
  expect(mirror.count()).toBe(1500);
});
