import type { RollbackLog } from '@proofline/domain/rollback.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import type { Workspace } from '@proofline/domain/workspace.ts';
import { expect, test } from 'vitest';
import { stageRun } from '../fixtures/stage-run.ts';
import { undoes } from '../plan.ts';
import { rollBack } from './roll-back.ts';

test('finished stages are undone last first, and the files go when no row points to them any more', async () => {
  const { outcome, done } = await rollBackFrom([
    'ingest-original',
    'render-photo',
    'reserve-file-names',
    'extract-metadata',
  ]);
  expect(done).toEqual([
    'undo render-photo of 7 by token: renditions',
    'undo reserve-file-names of 7 by token: fileNames',
    'undo extract-metadata of 7 by token: fileMetadata',
    'undo ingest-original of 7 by token: original',
    'remove files of 7',
  ]);
  expect(outcome).toEqual({ kind: 'done', output: {} });
});

test('a photo in review is undone through every stage before it', async () => {
  const { done } = await rollBackFrom([...undoes.keys()]);
  expect(done.map((line) => line.split(' ', 2)[1])).toEqual([...[...undoes.keys()].toReversed(), 'files']);
});

test('a photo of which nothing was finished still loses the files of runs that were cut off', async () => {
  const { done } = await rollBackFrom([]);
  expect(done).toEqual(['remove files of 7']);
});

test('a roll-back that was overtaken stops there and leaves the files to its successor', async () => {
  const { outcome, done } = await rollBackFrom(['ingest-original', 'extract-metadata', 'render-photo'], {
    overtakenAt: 'extract-metadata',
  });
  expect(outcome).toEqual({ kind: 'skipped', reason: 'a later roll-back took over' });
  expect(done.map((line) => line.split(' ', 2)[1])).toEqual(['render-photo', 'extract-metadata']);
});

async function rollBackFrom(
  finished: readonly StageName[],
  { overtakenAt }: { readonly overtakenAt?: StageName } = {},
) {
  const done: string[] = [];
  const rollbacks: RollbackLog = {
    finishedStages: () => finished,
    undo(photoId, token, stage, parts) {
      done.push(`undo ${stage} of ${photoId} by ${token}: ${parts.join(', ')}`);
      return stage === overtakenAt ? 'overtaken' : 'undone';
    },
  };
  const refuse = () => Promise.reject(new Error('a roll-back removes whole photos'));
  const workspace: Workspace = {
    openAttempt: refuse,
    removeAttempt: refuse,
    removeFiles: refuse,
    removePhoto: (photoId) => Promise.resolve(void done.push(`remove files of ${photoId}`)),
  };
  const outcome = await rollBack.run(7, { rollbacks, workspace, undoes }, stageRun());
  return { outcome, done };
}
