import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StageName } from '@proofline/domain/stage.ts';
import type { Job } from '@proofline/domain/work-ledger.ts';
import { undoes } from '@proofline/pipeline/plan.ts';
import { describe, expect, test } from 'vitest';
import { hashFolder } from '../support/folder-hash.ts';
import { descriptionOf, filesOf, knownFilesOf, rowsOf, type Row } from './photo-record.ts';
import { openUndoBench, operator, type UndoBench } from './undo-bench.ts';

/** Every stage before publication that leaves something for a photo, in the order of the plan. */
const undoneStages = [...undoes.keys()].filter((stage) => stage !== 'validate-set');
/** The photo that is taken back, and the others of its set. */
const PHOTO = 2;
const OTHERS = [1, 3];

test('every stage between the acceptance of a set and a person’s decision can be undone', () => {
  expect(undoneStages).toEqual([
    'ingest-original',
    'extract-metadata',
    'reserve-file-names',
    'render-photo',
    'measure-quality',
    'draft-text',
    'open-review',
  ]);
});

describe.each(undoneStages)('%s', (stage) => {
  test('undone, leaves all rows and files of the photo as they were before it', async () => {
    const bench = await standingAt(stage);
    const before = { rows: descriptionOf(bench, PHOTO), files: await filesOf(bench, PHOTO) };
    await bench.run(bench.dueJob(stage, PHOTO));
    expect(descriptionOf(bench, PHOTO)).not.toEqual(before.rows);

    undoOnly(bench, stage);

    expect(descriptionOf(bench, PHOTO)).toEqual(before.rows);
    expect(await knownFilesOf(bench, PHOTO)).toEqual(before.files);
    // What the run itself wrote is no longer known; it goes with the folder of the photo, in the last step of the roll-back.
    const unknown = Object.keys(await filesOf(bench, PHOTO)).filter((path) => !(path in before.files));
    expect(unknown.filter((path) => !path.startsWith(`work/0000/p${PHOTO}/${stage}-`))).toEqual([]);
  });

  test('due, is rolled back without a trace', async () => {
    const bench = await standingAt(stage);
    await expectTakenBack(bench, () => rollBack(bench));
  });

  test('done, is rolled back without a trace', async () => {
    const bench = await standingAt(stage);
    await bench.run(bench.dueJob(stage, PHOTO));
    await expectTakenBack(bench, () => rollBack(bench));
  });

  test('rolled back in several pieces, ends as rolled back in one', async () => {
    const bench = await standingAt(stage);
    await bench.run(bench.dueJob(stage, PHOTO));
    await expectTakenBack(bench, async () => {
      undoOnly(bench, stage);
      expect(bench.stores.workLedger.recover().orphanedRuns).toHaveLength(1);
      await bench.run(bench.dueJob('roll-back', PHOTO));
    });
  });
});

describe.each(undoneStages.filter((stage) => stage !== 'reserve-file-names'))('%s', (stage) => {
  test('rolled back while it is being worked on, changes nothing any more', async () => {
    const bench = await standingAt(stage);
    await expectTakenBack(bench, async () => {
      const result = await bench.run(bench.dueJob(stage, PHOTO), { beforeCommit: () => rollBack(bench) });
      expect(result).toEqual({ kind: 'overtaken' });
    });
  });

  test('discarded there, the photo still gives back what it holds', async () => {
    const bench = await standingAt(stage);
    const job = bench.dueJob(stage, PHOTO);
    const { workLedger, rollbackLog } = bench.stores;
    workLedger.claim(job, { token: 'broken', worker: 'test' });
    workLedger.complete(job, 'broken', { kind: 'discarded', error: { class: 'Error', text: 'no' } });
    // Nothing was made of a photo whose original could not be taken in.
    if (rollbackLog.finishedStages(PHOTO).length === 0) return expectNothingHeld(bench);
    await expectTakenBack(bench, () => rollBack(bench));
  });
});

test('a photo that is rolled back while its set is being named gets no name, and the others keep theirs', async () => {
  const bench = await standingAt('reserve-file-names');
  await bench.run(bench.dueJob('reserve-file-names'), { beforeCommit: () => rollBack(bench) });
  await expectNothingHeld(bench);
  expect(OTHERS.map((id) => rowsOf(bench, id)['file_names']?.length)).toEqual([1, 1]);
});

test('a run that writes its files after the photo was rolled back leaves none of them', async () => {
  const bench = await standingAt('ingest-original');
  const result = await bench.run(bench.dueJob('ingest-original', PHOTO), { beforeWork: () => rollBack(bench) });
  expect(result).toEqual({ kind: 'overtaken' });
  expect(await filesOf(bench, PHOTO)).toEqual({});
});

test('a set that was only looked at is rolled back to the bare record of its photos', async () => {
  const bench = await openUndoBench();
  const setId = bench.addSet();
  await bench.settle('ingest-original');
  bench.stores.rollbacks.request({ scope: 'set', id: setId, reason: 'wrong folder' }, operator);
  await bench.settle();
  expect(bench.stores.sets.get(setId).state).toBe('rolled-back');
  for (const id of [1, 2, 3]) await expectNothingHeld(bench, id);
  expect(bench.stores.workLedger.outbox(10)).toEqual([]);
});

test('a set that is rolled back and added again gets the same names and the same description', async () => {
  const bench = await openUndoBench();
  const setId = bench.addSet();
  await bench.settle();
  const first = [1, 2, 3].map((id) => bench.stores.dossiers.get(id));
  bench.stores.rollbacks.request({ scope: 'set', id: setId, reason: 'once more' }, operator);
  await bench.settle();
  bench.addSet();
  await bench.settle();
  const second = [4, 5, 6].map((id) => bench.stores.dossiers.get(id));
  expect(second.map(({ fileName }) => fileName)).toEqual(first.map(({ fileName }) => fileName));
  expect(second.map(({ review }) => review?.revisionHash)).toEqual(first.map(({ review }) => review?.revisionHash));
  expect(second.map(({ metadata }) => metadata)).toEqual(first.map(({ metadata }) => metadata));
});

/** A bench on which every photo of a set is due for `stage`. */
async function standingAt(stage: StageName): Promise<UndoBench> {
  const bench = await openUndoBench();
  bench.addSet();
  await bench.settle(stage);
  return bench;
}

function request(bench: UndoBench): Job {
  bench.stores.rollbacks.request({ scope: 'photo', id: PHOTO, reason: 'not this one' }, operator);
  return bench.dueJob('roll-back', PHOTO);
}

async function rollBack(bench: UndoBench): Promise<void> {
  expect(await bench.run(request(bench))).toEqual({ kind: 'finished' });
}

/** The first step of a roll-back, and no more. */
function undoOnly({ stores, ...bench }: UndoBench, stage: StageName): void {
  const job = request({ stores, ...bench });
  stores.workLedger.claim(job, { token: 'cut-off', worker: 'test' });
  expect(stores.rollbackLog.undo(PHOTO, 'cut-off', stage, undoes.get(stage)!)).toBe('undone');
}

/** After `act` the photo holds nothing, and neither the others nor the originals changed in any byte. */
async function expectTakenBack(bench: UndoBench, act: () => Promise<void>): Promise<void> {
  const untouched = async () => ({
    rows: OTHERS.map((id) => rowsOf(bench, id)),
    files: await Promise.all(OTHERS.map((id) => filesOf(bench, id))),
    originals: await hashFolder(bench.originals),
  });
  const names = rowsOf(bench, PHOTO)['file_names'] ?? [];
  const before = await untouched();
  await act();
  expect(await untouched()).toEqual(before);
  expect(bench.stores.photos.get(PHOTO).state).toBe('rolled-back');
  await expectNothingHeld(bench);
  const isTaken = ({ folded_key: key }: Row) => bench.stores.fileNameLedger.isTaken(String(key));
  expect(names.filter(isTaken)).toEqual([]);
}

/** No row but the record of the photo itself, and no file or folder. */
async function expectNothingHeld(bench: UndoBench, photoId = PHOTO): Promise<void> {
  const { photos, ...described } = descriptionOf(bench, photoId);
  expect(Object.entries(described).filter(([, rows]) => rows.length > 0)).toEqual([]);
  expect(photos).toMatchObject([{ id: photoId, content_sha256: null, working_path: null }]);
  await expect(stat(join(bench.dataFolder, 'work', '0000', `p${photoId}`))).rejects.toThrow('ENOENT');
}
