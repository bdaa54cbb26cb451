import type { Workspace } from '@proofline/domain/workspace.ts';
import { expect, test } from 'vitest';
import { dossier } from '../fixtures/dossier.ts';
import { stageRun } from '../fixtures/stage-run.ts';
import { releaseWorkspace } from './release-workspace.ts';

test('working copy, preview, model input and planes go; what the site and the lists need stays', async () => {
  const { outcome, removed } = await release(dossier);
  expect(removed.toSorted()).toEqual([
    'work/p7/analysis-plane',
    'work/p7/luma-plane',
    'work/p7/model-input',
    'work/p7/original.jpg',
    'work/p7/review-preview',
  ]);
  expect(outcome).toEqual({
    kind: 'done',
    output: { workspaceReleased: { kept: ['web', 'web-thumb', 'grid-thumb'] } },
  });
});

test('a photo whose workspace was released before has nothing left to drop', async () => {
  const renditions = dossier.renditions.filter(({ kind }) => ['web', 'web-thumb', 'grid-thumb'].includes(kind));
  const { outcome, removed } = await release({
    ...dossier,
    renditions,
    photo: { ...dossier.photo, workingPath: null },
  });
  expect(removed).toEqual([]);
  expect(outcome.kind).toBe('done');
});

test('a published photo stays published when its files cannot be removed', () => {
  expect(releaseWorkspace.whenGivenUp).toBe('published');
});

async function release(of: typeof dossier) {
  const removed: string[] = [];
  const refuse = () => Promise.reject(new Error('only single files are removed'));
  const workspace: Workspace = {
    openAttempt: refuse,
    removeAttempt: refuse,
    removePhoto: refuse,
    removeFiles: (relativePaths) => Promise.resolve(void removed.push(...relativePaths)),
  };
  const outcome = await releaseWorkspace.run(of.photo.id, { dossiers: { get: () => of }, workspace }, stageRun());
  return { outcome, removed };
}
