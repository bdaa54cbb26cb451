import { mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import type { FindingKind, RecordedFinding, SiteAudit } from '@proofline/domain/site-audit.ts';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { hashFolder } from '../support/folder-hash.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('what went wrong on the site is found, and put right by what a person takes of it, until nothing is found', async () => {
  const { running, setId, site } = await publishedSet(3);
  expect(await audit(running)).toMatchObject({ audit: { state: 'finished', extent: { rows: 3 } }, findings: [] });
  const whole = await site.state();

  await rm(site.file(1, 'webPath'));
  await truncate(site.file(2, 'webPath'), 100);
  await rm(site.file(2, 'thumbPath'));
  site.change(3, `UPDATE photos_info_revamp SET Caption = 'by hand' WHERE File_Name = ?`);
  const stray = join(dirname(site.file(3, 'webPath')), 'Stray_001.JPG');
  await writeFile(stray, 'nobody’s');

  const { audit: found, findings } = await audit(running);
  expect(found.counts).toEqual({
    'row-without-file': 1,
    'size-mismatch': 1,
    'missing-thumbnail': 1,
    'row-changed': 1,
    'file-without-row': 1,
  });
  expect(await site.state()).not.toEqual(whole);

  const take = async (kind: FindingKind) => {
    const { id } = findings.find((finding) => finding.kind === kind)!;
    await parseResponse(running.client.audits.findings[':findingId'].taking.$put({ param: { findingId: String(id) } }));
    await running.settled(setId);
  };
  await take('row-without-file');
  await take('size-mismatch');
  await take('row-changed');
  await take('file-without-row');
  expect(await site.state()).toEqual(whole);
  expect(Object.keys(await hashFolder(join(running.config.dataFolder, 'replaced', 'removed')))).toHaveLength(1);
  expect((await audit(running)).findings).toEqual([]);

  const twice = running.client.audits.findings[':findingId'].taking.$put({
    param: { findingId: String(findings[0]!.id) },
  });
  expect((await twice).status).toBe(409);
});

test('a file that a row shows since the audit is not removed', async () => {
  const { running, site } = await publishedSet(1);
  site.change(1, `DELETE FROM photos_info_revamp WHERE File_Name = ?`);
  const { findings } = await audit(running);
  const { id } = findings.find(({ kind }) => kind === 'file-without-row')!;
  const again = findings.find(({ kind }) => kind === 'photo-without-row')!;
  const taking = (findingId: number) =>
    running.client.audits.findings[':findingId'].taking.$put({ param: { findingId: String(findingId) } });
  await parseResponse(taking(again.id));
  await running.settled(1);
  const before = await site.state();
  expect((await taking(id)).status).toBe(409);
  expect(await site.state()).toEqual(before);
});

test('the names of a site that was there before are taken over, and a new photo gets none of them', async () => {
  const { running, photos } = await reviewedSet(1);
  const { fileName } = running.system.stores.dossiers.get(1);
  const foreign = fileName!.replace('001', '042').replace('.JPG', '.jpeg').toLowerCase();
  const database = new Database(join(running.config.dataFolder, 'catalogue.db'));
  const insert = database.prepare(`INSERT INTO photos_info_revamp (File_Name, Original_File_Name) VALUES (?, 'x')`);
  for (const name of [foreign, 'Anything_else_001.JPG']) insert.run(name);
  database.close();

  const adopt = () => running.client.audits.adoption.$post();
  expect(await parseResponse(adopt())).toEqual({ rows: 2, adopted: 2 });
  expect(await parseResponse(adopt())).toEqual({ rows: 2, adopted: 0 });
  await generatePhotos(photos, 1, { startAt: 9 });
  await rm(join(photos, 'IMG_1.JPG'));
  const { set } = await running.add({ sourceFolder: photos });
  const [next] = running.system.stores.reviews.list({ setId: set.id });
  expect(next!.fileName.toLowerCase()).toBe(foreign.replace('042', '043').replace('.jpeg', '.jpg'));
});

test('an audit that was cut off by a stop is on record as failed, and the next one runs', async () => {
  const { running, config } = await publishedSet(1);
  await running.stop();
  const database = new Database(join(config.dataFolder, 'review.db'));
  database.exec(
    `INSERT INTO site_audits (state, deep, started_at, started_by) VALUES ('running', 0, '2026-01-01T00:00:00.000Z', 'x')`,
  );
  database.close();
  const again = await startSystem(config.dataFolder);
  onTestFinished(() => again.stop());
  expect(await parseResponse(again.client.audits.$get())).toMatchObject([{ state: 'failed' }]);
  expect((await audit(again)).findings).toEqual([]);
  expect(await readdir(join(config.dataFolder, 'cache'))).not.toContain('site-audit.db');
});

async function audit({ client }: RunningSystem): Promise<{ audit: SiteAudit; findings: readonly RecordedFinding[] }> {
  const { id } = await parseResponse(client.audits.$post({ json: {} }));
  const param = { auditId: String(id) };
  const finished = await vi.waitFor(
    async () => {
      const now = await parseResponse(client.audits[':auditId'].$get({ param }));
      if (now.state === 'running') throw new Error(`audit ${id} still runs`);
      return now;
    },
    { timeout: 120_000, interval: 50 },
  );
  expect(finished.error).toBeNull();
  return {
    audit: finished,
    findings: await parseResponse(client.audits[':auditId'].findings.$get({ param, query: {} })),
  };
}

async function publishedSet(count: number) {
  const { running, setId, photos } = await reviewedSet(count);
  await running.approveAll(setId);
  await running.client.publications.$post({ json: {} });
  expect((await running.settled(setId)).byState).toEqual({ published: count });
  const { config, system } = running;
  const catalogue = join(config.dataFolder, 'catalogue.db');
  const site = {
    file: (photoId: number, path: 'webPath' | 'thumbPath') =>
      join(config.siteFolder, ...system.stores.publicationLog.current(photoId)![path].split('/')),
    change(photoId: number, sql: string) {
      const database = new Database(catalogue);
      database.prepare(sql).run(system.stores.dossiers.get(photoId).fileName);
      database.close();
    },
    async state() {
      const database = new Database(catalogue, { readonly: true });
      const rows = database.prepare('SELECT * FROM photos_info_revamp ORDER BY id').all();
      database.close();
      const files = Object.entries(await hashFolder(config.siteFolder)).filter(([path]) => !path.endsWith('.html'));
      return { rows, files };
    },
  };
  await mkdir(join(config.siteFolder, '2025'), { recursive: true });
  return { running, setId, photos, site, config };
}

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
