import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrphanedRun } from '@proofline/domain/work-ledger.ts';
import { openWorkspace } from '@proofline/pipeline/workspace.ts';
import { expect, onTestFinished, test } from 'vitest';
import { removeLeftFolders } from './remove-left-folders.ts';

const run: OrphanedRun = { subject: { kind: 'photo', id: 7 }, stage: 'render-photo', epoch: 1, token: 'dead' };
const recovery = { orphanedRuns: [run], overtakenRuns: [], earlierRuns: [], dueJobs: 1, setIds: [1] };

test('a folder that a straggling worker made after the start is taken away too, and only then are its runs forgotten', async () => {
  const { left, gone, needs } = await newWorld();
  await left();
  await removeLeftFolders(recovery, { ...needs, stragglingMs: 20 });
  const straggler = await left();
  expect(existsSync(straggler)).toBe(true);
  expect(await gone).toEqual([run]);
  expect(existsSync(straggler)).toBe(false);
});

test('a stop before that leaves them to the next start', async () => {
  const { forgotten, needs, left } = await newWorld();
  const folder = await left();
  const leftFolders = await removeLeftFolders(recovery, { ...needs, stragglingMs: 60_000 });
  expect(existsSync(folder)).toBe(false);
  await leftFolders.stop();
  expect(forgotten).toEqual([]);
});

async function newWorld() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'proofline-left-'));
  onTestFinished(() => rm(dataFolder, { recursive: true }));
  const workspace = openWorkspace({ dataFolder });
  const forgotten: OrphanedRun[] = [];
  const { promise: gone, resolve } = Promise.withResolvers<readonly OrphanedRun[]>();
  return {
    forgotten,
    gone,
    left: async () => (await workspace.openAttempt(run.subject, run.stage, run.token)).absolutePath,
    needs: {
      workspace,
      ledger: {
        foldersGone(runs: readonly OrphanedRun[]) {
          forgotten.push(...runs);
          resolve(runs);
        },
      },
      onError: (error: unknown) => expect.unreachable(String(error)),
    },
  };
}
