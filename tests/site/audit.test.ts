import { rename, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { hasMariadb } from '../support/mariadb-server.ts';
import { hasProftpd } from '../support/proftpd-server.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { sharedMariadb } from '../support/site-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { allFaults } from './all-faults.ts';
import { fillForeignSite, type ForeignSite } from './foreign-site.ts';
import { prepare } from './photo-acts.ts';
import { openServedSite, PUBLIC_URL_BASE, type ServedSite } from './served-site.ts';

/** As many as the site of the original had, with `pnpm test:site`. */
const FOREIGN_ROWS = allFaults ? 42_000 : 5_000;
const PUBLISHED = 4;
const hasServers = hasProftpd() && (await hasMariadb());

test.skipIf(!hasServers)(
  'on a site of thousands of rows an audit finds every planted fault and nothing else, over FTP and MySQL',
  { timeout: 900_000 },
  async () => {
    const site = await openServedSite(await sharedMariadb());
    onTestFinished(() => site.close());
    const theirs = await fillForeignSite(site, FOREIGN_ROWS);
    const untouched = await dumpOf(site);
    expect(untouched).toHaveLength(FOREIGN_ROWS);
    const folder = await temporaryFolder();
    const running = await startSystem(join(folder, 'data'), site.variables);
    onTestFinished(() => running.stop());
    const ours = await publish(running, folder);
    await vi.waitFor(() => expect(mirroredRows(running)).toBe(FOREIGN_ROWS + PUBLISHED), { timeout: 300_000 });

    // Publishing, correcting and withdrawing changed none of their rows by a byte.
    expect(await dumpOf(site)).toEqual(untouched);
    const adopted = await measured(() => parseResponse(running.client.audits.adoption.$post()));
    const ownNames = PUBLISHED;
    expect(adopted.result).toEqual({ rows: FOREIGN_ROWS + ownNames, adopted: FOREIGN_ROWS });
    const clean = await measured(() => audit(running));
    expect(clean.result).toEqual({
      found: [],
      extent: { rows: FOREIGN_ROWS + ownNames, files: 2 * (FOREIGN_ROWS + ownNames), names: expect.any(Number) },
    });

    const planted = await plantFaults(site, theirs, ours);
    const found = await measured(() => audit(running));
    expect(found.result.found).toEqual(planted.toSorted());
    expect(new Set(planted.map((fault) => fault.split(' ')[0])).size).toBeGreaterThanOrEqual(10);
    for (const [what, { ms, moreMb, mostMb }] of Object.entries({ adopted, clean, found }))
      console.log(
        `${what}: ${FOREIGN_ROWS} rows in ${Math.round(ms)} ms, ${mostMb} MB at most, ${moreMb} MB more than before`,
      );
  },
);

type Ours = {
  readonly published: readonly { readonly fileName: string; readonly web: string; readonly thumb: string }[];
  /** Of a photo that was withdrawn, and of one that waits for review. */
  readonly withdrawn: string;
  readonly reserved: string;
};

async function publish(running: RunningSystem, folder: string): Promise<Ours> {
  await generatePhotos(join(folder, 'photos'), PUBLISHED + 2);
  const { set } = await running.add({ sourceFolder: join(folder, 'photos') });
  const photoIds = (await running.approveAll(set.id)).toSorted((a, b) => a - b);
  const names = photoIds.map((photoId) => running.system.stores.reviews.view(photoId).published.fileName);
  const onSite = photoIds.slice(0, PUBLISHED + 1);
  const ask = () => parseResponse(running.client.publications.$post({ json: { photoIds: onSite } }));
  await ask();
  await running.settled(set.id);
  await prepare(running.client, { photoId: onSite[0]!, place: 0 }, 'correction');
  await ask();
  await running.settled(set.id);
  await parseResponse(
    running.client.photos[':photoId'].withdrawal.$put({
      param: { photoId: String(photoIds[PUBLISHED]) },
      json: { reason: 'a test asks for it' },
    }),
  );
  expect((await running.settled(set.id)).byState).toEqual({ published: PUBLISHED, withdrawn: 1, 'in-review': 1 });
  return {
    published: photoIds.slice(0, PUBLISHED).map((photoId, place) => {
      const { webPath, thumbPath } = running.system.stores.publicationLog.current(photoId)!;
      return { fileName: names[place]!, web: webPath, thumb: thumbPath };
    }),
    withdrawn: names[PUBLISHED]!,
    reserved: names[PUBLISHED + 1]!,
  };
}

/** Plants at least one fault of each kind that such a server can have, and tells all that an audit must find: kind and subject. */
async function plantFaults(
  { database }: ServedSite,
  theirs: ForeignSite,
  { published, withdrawn, reserved }: Ours,
): Promise<readonly string[]> {
  const [cut, edited, rowless, renumbered] = published as [Ours['published'][0], ...Ours['published'][0][]];
  const change = (set: string, fileName: string) =>
    database.run(`UPDATE photos_info_revamp SET ${set} WHERE File_Name = ?`, [fileName]);
  const remove = (fileName: string) => database.run('DELETE FROM photos_info_revamp WHERE File_Name = ?', [fileName]);
  const address = (path: string) => `${PUBLIC_URL_BASE}/${path}`;
  const add = async (fileName: string) => {
    const [web, thumb] = [`2011/nature/${fileName}`, `2011/thumbs/nature/${fileName}`];
    for (const path of [web, thumb]) await theirs.write(path, 'theirs');
    const sql = `INSERT INTO photos_info_revamp (File_Name, Path, Thumb_Path, Original_File_Name) VALUES (?, ?, ?, 'x')`;
    await database.run(sql, [fileName, address(web), address(thumb)]);
  };

  await rm(theirs.file(theirs.web(10)));
  await rm(theirs.file(theirs.thumb(11)));
  await truncate(theirs.file(cut.web), 100);
  await truncate(theirs.file(theirs.web(12)), 0);
  await change(`Caption = 'by hand'`, edited!.fileName);
  await remove(rowless!.fileName);
  await change('id = id + 1000000', renumbered!.fileName);
  for (const path of ['2012/nature/.in.A_001.JPG.', '2012/nature/Nobody_001.JPG', '2012/thumbs/nature/Nobody_002.JPG'])
    await theirs.write(path, 'nobody’s');
  await change(`Caption = 'by hand'`, theirs.name(13));
  await add('New_001.JPG');
  const misspelt = theirs.web(14).replace('Theirs', 'theirs');
  await rename(theirs.file(theirs.web(14)), theirs.file(misspelt));
  await change(`Path = '${address(theirs.web(16))}'`, theirs.name(15));
  const twin = theirs.web(17).replace('.JPG', '.jpeg');
  await theirs.write(twin, 'a twin');
  await remove(theirs.name(18));
  for (const path of [theirs.web(18), theirs.thumb(18)]) await rm(theirs.file(path));
  for (const fileName of [withdrawn, reserved]) await add(fileName);

  return [
    `row-without-file ${theirs.name(10)}`,
    `missing-thumbnail ${theirs.name(11)}`,
    `size-mismatch ${cut.web}`,
    `empty-file ${theirs.web(12)}`,
    `row-changed ${edited!.fileName}`,
    `photo-without-row ${rowless!.fileName}`,
    `file-without-row ${rowless!.web}`,
    `thumbnail-without-row ${rowless!.thumb}`,
    `mirror-drift ${rowless!.fileName}`,
    `row-replaced ${renumbered!.fileName}`,
    'temporary-file 2012/nature/.in.A_001.JPG.',
    'file-without-row 2012/nature/Nobody_001.JPG',
    'thumbnail-without-row 2012/thumbs/nature/Nobody_002.JPG',
    `mirror-drift ${theirs.name(13)}`,
    'name-not-in-ledger New_001.JPG',
    'mirror-drift New_001.JPG',
    `wrong-path ${theirs.name(14)}`,
    `wrong-path ${theirs.name(15)}`,
    `shared-path ${theirs.name(15)}`,
    `file-without-row ${theirs.web(15)}`,
    `mirror-drift ${theirs.name(15)}`,
    `duplicate-name ${theirs.web(17)}`,
    `name-without-row ${theirs.name(18)}`,
    `mirror-drift ${theirs.name(18)}`,
    `withdrawn-on-site ${withdrawn}`,
    `mirror-drift ${withdrawn}`,
    `reserved-on-site ${reserved}`,
    `mirror-drift ${reserved}`,
  ];
}

/** Every byte of every row that is theirs, as the server keeps it. */
async function dumpOf({ database }: ServedSite): Promise<readonly unknown[]> {
  const columns = await database.run(
    `SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() ORDER BY ORDINAL_POSITION`,
  );
  const bytes = columns.map(({ name }) => `COALESCE(HEX(CAST(\`${String(name)}\` AS BINARY)), 'NULL')`);
  const rows = await database.run(
    `SELECT SHA2(CONCAT_WS('|', ${bytes.join(', ')}), 256) AS line FROM photos_info_revamp WHERE File_Name LIKE 'Theirs%' ORDER BY id`,
  );
  return rows.map(({ line }) => line);
}

async function audit({ client }: RunningSystem) {
  const { id } = await parseResponse(client.audits.$post({ json: {} }));
  const param = { auditId: String(id) };
  const finished = await vi.waitFor(
    async () => {
      const now = await parseResponse(client.audits[':auditId'].$get({ param }));
      if (now.state === 'running') throw new Error(`audit ${id} still runs`);
      return now;
    },
    { timeout: 600_000, interval: 50 },
  );
  expect(finished.error).toBeNull();
  const findings = await parseResponse(client.audits[':auditId'].findings.$get({ param, query: {} }));
  return { extent: finished.extent, found: findings.map(({ kind, subject }) => `${kind} ${subject}`).toSorted() };
}

/** Time, and by how much the memory of this process, which is the system's, grew at most. */
async function measured<Result>(work: () => Promise<Result>) {
  const rss = () => process.memoryUsage().rss;
  const before = rss();
  let most = before;
  const sampling = setInterval(() => (most = Math.max(most, rss())), 10);
  const startedAt = performance.now();
  try {
    const result = await work();
    most = Math.max(most, rss());
    const [moreMb, mostMb] = [most - before, most].map((bytes) => Math.round(bytes / 1e6));
    return { result, ms: performance.now() - startedAt, moreMb, mostMb };
  } finally {
    clearInterval(sampling);
  }
}

function mirroredRows({ config }: RunningSystem): number {
  const mirror = new Database(join(config.dataFolder, 'mirror.db'), { readonly: true });
  try {
    return mirror.prepare('SELECT count(*) FROM photos_info_revamp').pluck().get() as number;
  } finally {
    mirror.close();
  }
}
