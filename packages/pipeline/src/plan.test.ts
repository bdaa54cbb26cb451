import { stageNames } from '@proofline/domain/stage.ts';
import { expect, test } from 'vitest';
import { plan, stages, undoes } from './plan.ts';

test('every stage name has exactly one stage', () => {
  expect(stages.map(({ name }) => name).toSorted()).toEqual([...stageNames].toSorted());
});

test('a new set reaches review and an approved photo the site, one stage after the other', () => {
  expect(pathFrom('validate-set')).toEqual([
    'validate-set',
    'ingest-original',
    'extract-metadata',
    'reserve-file-names',
    'render-photo',
    'measure-quality',
    'draft-text',
    'open-review',
    'in-review',
  ]);
  expect(pathFrom('publish-photo')).toEqual(['publish-photo', 'release-workspace', 'published']);
});

test('only stages of the set stand where the whole set meets', () => {
  for (const stage of stages) {
    const meets = stage.name === 'validate-set' || stage.name === 'reserve-file-names';
    expect([stage.name, stage.subject]).toEqual([stage.name, meets ? 'set' : 'photo']);
  }
});

test('whatever a stage before review writes, an undo erases', () => {
  expect([...undoes.values()].flat().toSorted()).toEqual([
    'fileMetadata',
    'fileNames',
    'inferredMetadata',
    'original',
    'photoReading',
    'quality',
    'renditions',
    'reviewOpened',
    'sourceFiles',
    'textDraft',
  ]);
});

test('every stage has a limit on attempts, time and concurrency', () => {
  for (const { name, maxAttempts, timeoutMs, backoffMs, concurrency } of stages) {
    expect([name, maxAttempts > 0, timeoutMs > 0, backoffMs > 0, concurrency > 0]).toEqual([
      name,
      true,
      true,
      true,
      true,
    ]);
  }
});

/** Stages from `start` on, ending with the state in which a photo rests. */
function pathFrom(start: keyof typeof plan): readonly string[] {
  const path: string[] = [start];
  for (let next = plan[start]; ; next = plan[next.stage]) {
    if (next.kind === 'rest') return [...path, next.state];
    if (next.kind === 'rest-as-requested') return path;
    path.push(next.stage);
  }
}
