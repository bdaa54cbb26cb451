import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../../support/temporary-folder.ts';
import { runCampaign } from '../campaign.ts';
import type { FinishedWorld } from '../prepared-system.ts';
import { approvals } from './approvals.ts';
import { approvedWords } from './approved-words.ts';
import { events } from './events.ts';
import { finalStates } from './final-states.ts';
import { handedOver } from './handed-over.ts';
import { heldNames } from './held-names.ts';
import { invariants, violationsIn } from './index.ts';
import { leftoverFiles } from './leftover-files.ts';
import { originals } from './originals.ts';
import { rollbacks } from './rollbacks.ts';
import { site } from './site.ts';
import { uniqueNames } from './unique-names.ts';
import { wishesFulfilled } from './wishes-fulfilled.ts';
import type { Invariant } from './invariant.ts';
import { one, plantingGround, type Planted } from './planting-ground.ts';

/** Chosen so that every wish of a person occurs among the photos. */
const UNDISTURBED = { seed: 4, engine: 'embedded', photos: 24, perSet: 12, faults: [] } as const;

let folder: string;
let world: FinishedWorld;

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  const report = await runCampaign(UNDISTURBED, folder);
  if (report === null || report.violations.length > 0) throw new Error(`no world: ${report?.violations.join('; ')}`);
  ({ world } = report);
}, 300_000);

afterAll(() => removeFolder(folder));

test('a world that nothing was done to violates nothing', async () => {
  expect(await violationsIn(world)).toEqual([]);
});

type Plant = readonly [what: string, invariant: Invariant, plant: (planted: Planted) => unknown];

const plants: readonly Plant[] = [
  [
    'a photo that still waits',
    finalStates,
    ({ sql }) => sql(`UPDATE photos SET state = 'waiting' WHERE id = ${one('published')}`),
  ],
  [
    'a set that is still looked at',
    finalStates,
    ({ sql }) => sql(`UPDATE photo_sets SET state = 'queued' WHERE id = 1`),
  ],
  [
    'a run without an end',
    finalStates,
    ({ sql }) => sql(`UPDATE stage_attempts SET finished_at = NULL, outcome = NULL WHERE id = 1`),
  ],
  [
    'a photo that is gone',
    finalStates,
    ({ sql }) => sql(`UPDATE events SET detail = json_set(detail, '$.photos', 99) WHERE kind = 'set.accepted'`),
  ],
  [
    'a photo that was given up',
    wishesFulfilled,
    ({ sql }) =>
      sql(
        `UPDATE photos SET state = 'discarded', ended_code = 'Error', ended_reason = 'x' WHERE id = ${one('published')}`,
      ),
  ],
  [
    'a photo that is there twice',
    wishesFulfilled,
    ({ sql }) =>
      sql(`UPDATE photos SET original_file_name = (SELECT original_file_name FROM photos WHERE id = 1) WHERE id = 2`),
  ],
  [
    'a refusal for another reason',
    wishesFulfilled,
    ({ sql }) => sql(`UPDATE photos SET ended_code = 'empty-file' WHERE ended_code = 'truncated'`),
  ],
  [
    'two names that differ in case',
    uniqueNames,
    ({ sql }) =>
      sql(
        `UPDATE file_names SET name = (SELECT upper(name) FROM file_names WHERE photo_id <> x.photo_id LIMIT 1) FROM (SELECT photo_id FROM file_names LIMIT 1) x WHERE file_names.photo_id = x.photo_id`,
      ),
  ],
  ['two files that differ in case', uniqueNames, ({ copySiteFile }) => copySiteFile((path) => path.toLowerCase())],
  [
    'a name of a photo that gave it back',
    heldNames,
    ({ sql }) => sql(`INSERT INTO file_names SELECT 'leak', 'Leak.JPG', 'leak', 1, 'reserved', ${one('rejected')}, 1`),
  ],
  [
    'a published photo without a name',
    heldNames,
    ({ sql }) => sql(`DELETE FROM file_names WHERE photo_id = ${one('published')}`),
  ],
  [
    'a name that was never given out',
    heldNames,
    ({ sql }) =>
      sql(
        `UPDATE events SET detail = json_set(detail, '$.reserved', 1) WHERE id = (SELECT min(id) FROM events WHERE kind = 'set.names-reserved')`,
      ),
  ],
  [
    'a publication that nobody approved',
    approvals,
    ({ sql }) => sql(`DELETE FROM approvals WHERE photo_id = ${one('published')}`),
  ],
  [
    'an approval of another revision',
    approvals,
    ({ sql }) => sql(`UPDATE approvals SET revision_hash = '${'0'.repeat(64)}' WHERE photo_id = ${one('published')}`),
  ],
  [
    'an approval after the publication',
    approvals,
    ({ sql }) => sql(`UPDATE approvals SET approved_at = '2999-01-01T00:00:00.000Z'`),
  ],
  [
    'an approval that is void',
    approvals,
    ({ sql }) => sql(`UPDATE reviews SET status = 'pending' WHERE photo_id = ${one('published')}`),
  ],
  [
    'a caption on the site that nobody approved',
    approvedWords,
    ({ catalogue }) =>
      catalogue(`UPDATE photos_info_revamp SET Caption = 'Other' WHERE id = (SELECT min(id) FROM photos_info_revamp)`),
  ],
  [
    'keywords on the site that nobody approved',
    approvedWords,
    ({ catalogue }) =>
      catalogue(`UPDATE photos_info_revamp SET Keywords = '' WHERE id = (SELECT max(id) FROM photos_info_revamp)`),
  ],
  [
    'a file that carries other words than approved',
    approvedWords,
    async ({ published, siteFile }) => {
      const path = siteFile(published().webPath);
      await writeFile(path, await sharp(await readFile(path)).toBuffer());
    },
  ],
  ['a file that nobody published', site, ({ siteFile }) => writeFile(siteFile('2025/nature/Foreign.JPG'), 'x')],
  ['a published file that is gone', site, async ({ published, siteFile }) => rm(siteFile(published().webPath))],
  [
    'a thumbnail that is another',
    site,
    async ({ published, siteFile }) => appendFile(siteFile(published().thumbPath), 'x'),
  ],
  [
    'a file that was cut short',
    site,
    async ({ published, siteFile }) => {
      const path = siteFile(published().webPath);
      await writeFile(path, (await readFile(path)).subarray(0, 500));
    },
  ],
  [
    'other pixels under the right hash',
    site,
    async ({ published, siteFile, sql }) => {
      const { id, webPath } = published();
      const other = await sharp(await readFile(siteFile(webPath)))
        .negate()
        .jpeg()
        .toBuffer();
      await writeFile(siteFile(webPath), other);
      sql(
        `UPDATE publications SET web_sha256 = '${createHash('sha256').update(other).digest('hex')}' WHERE id = ${id}`,
      );
    },
  ],
  [
    'a row that nobody published',
    site,
    ({ catalogue }) =>
      catalogue(
        `UPDATE photos_info_revamp SET File_Name = 'Foreign.JPG' WHERE id = (SELECT min(id) FROM photos_info_revamp)`,
      ),
  ],
  [
    'a row that is gone',
    site,
    ({ catalogue }) => catalogue(`DELETE FROM photos_info_revamp WHERE id = (SELECT min(id) FROM photos_info_revamp)`),
  ],
  [
    'a withdrawn photo that is on record as published',
    site,
    ({ sql }) => sql(`UPDATE photos SET state = 'published' WHERE id = ${one('withdrawn')}`),
  ],
  [
    'an original with one byte more',
    originals,
    ({ originalsFolder }) => appendFile(join(originalsFolder, 'set 1', 'IMG_1.JPG'), 'x'),
  ],
  [
    'a half-written file on the site',
    leftoverFiles,
    ({ siteFile }) => writeFile(siteFile('2025/.proofline-1.tmp'), 'x'),
  ],
  [
    'a half-written file in the data folder',
    leftoverFiles,
    ({ dataFolder }) => writeFile(join(dataFolder, 'api.json.tmp'), 'x'),
  ],
  ['a file of a run that is no more', leftoverFiles, ({ workFile }) => writeFile(workFile('work/0000/loose.jpg'), 'x')],
  [
    'an empty folder of a run that is no more',
    leftoverFiles,
    ({ workFile }) =>
      mkdir(workFile('work/0000/p1/render-photo-00000000-0000-4000-8000-000000000000'), { recursive: true }),
  ],
  [
    'an approved image that is gone',
    leftoverFiles,
    ({ sql }) => sql(`UPDATE renditions SET path = path || '.gone' WHERE kind = 'web'`),
  ],
  ['an event that is gone', events, ({ sql }) => sql(`DELETE FROM events WHERE id = 5`)],
  [
    'a state without an event',
    events,
    ({ sql }) => sql(`UPDATE photos SET state = 'in-review', stage = 'open-review' WHERE id = ${one('published')}`),
  ],
  [
    'an event that cannot have happened',
    events,
    ({ sql }) =>
      sql(
        `UPDATE events SET detail = json_set(detail, '$.stage', 'open-review') WHERE id = (SELECT min(id) FROM events WHERE kind = 'photo.stage-done')`,
      ),
  ],
  [
    'a stage that was finished twice',
    events,
    ({ sql }) => sql(`UPDATE stage_attempts SET stage = 'extract-metadata' WHERE stage = 'render-photo'`),
  ],
  [
    'a rolled-back photo with images',
    rollbacks,
    ({ sql }) => sql(`UPDATE renditions SET photo_id = ${one('rolled-back')} WHERE photo_id = ${one('published')}`),
  ],
  [
    'a rejected photo with a draft',
    rollbacks,
    ({ sql }) =>
      sql(`UPDATE text_drafts SET photo_id = ${one('rejected')} WHERE id = (SELECT min(id) FROM text_drafts)`),
  ],
  [
    'a rolled-back photo with a reading',
    rollbacks,
    ({ sql }) => sql(`UPDATE photo_readings SET photo_id = ${one('rolled-back')} WHERE photo_id = ${one('published')}`),
  ],
  [
    'a job that nobody handed over',
    handedOver,
    ({ sql }) =>
      sql(
        `INSERT INTO outbox (job_id, subject_kind, subject_id, stage, epoch) VALUES ('p1-render-photo-e1', 'photo', 1, 'render-photo', 1)`,
      ),
  ],
  [
    'a halt of a stage where nothing stands',
    handedOver,
    ({ sql }) =>
      sql(
        `INSERT INTO queue_blocks (stage, captioner, condition, reason, blocked_at, probes, next_probe_at) VALUES ('publish-photo', '', 'target-unreachable', 'gone', '2026-01-01T00:00:00.000Z', 1, '2026-01-01T00:00:01.000Z')`,
      ),
  ],
  [
    'a rejected photo with its working copy',
    rollbacks,
    ({ sql }) => sql(`UPDATE photos SET working_path = 'work/x' WHERE state = 'rejected'`),
  ],
];

test.for(plants)('%s is found', async ([, invariant, plant]) => {
  const planted = await plantingGround(world);
  await plant(planted);
  planted.close();
  const found = await violationsIn(planted.world);
  expect(found.filter((violation) => violation.startsWith(`${invariant.name}: `))).not.toEqual([]);
});

test('every invariant has a planted violation', () => {
  expect(new Set(plants.map(([, { name }]) => name))).toEqual(new Set(invariants.map(({ name }) => name)));
});
