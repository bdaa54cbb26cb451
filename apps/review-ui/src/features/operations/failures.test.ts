import type { FailureGroup } from '@proofline/domain/failure.ts';
import type { SetOverview } from '@proofline/domain/overview.ts';
import type { PublicationPlanItem } from '@proofline/domain/publication.ts';
import { expect, test } from 'vitest';
import { failureGroups } from './failures.ts';

const failed = (parts: Partial<FailureGroup>): FailureGroup => ({
  state: 'discarded',
  stage: 'draft-text',
  code: 'timeout',
  photos: 2,
  lastReason: 'slower than 60 s',
  sample: [{ photoId: 4, setId: 4, originalFileName: 'IMG_4.JPG', reason: 'slower than 60 s' }],
  ...parts,
});

const ended = (photoId: number, stage: string, code: string) => ({
  photoId,
  originalFileName: `IMG_${photoId}.JPG`,
  stage,
  code,
  reason: code,
});

const set = (parts: object) =>
  ({ set: { id: 4 }, refused: [], discarded: [], stillOnSite: [], ...parts }) as unknown as SetOverview;

const notPublished = (photoId: number, lastFailure: string | null): PublicationPlanItem => ({
  photoId,
  fileName: `Lake_${photoId}.JPG`,
  change: 'new',
  bytes: 1,
  blockedBy: [],
  lastFailure,
  webUrl: null,
});

test('groups say how photos ended and by which name they are tried again, the largest first', () => {
  const groups = failureGroups(
    [
      failed({ state: 'refused', stage: 'ingest-original', code: 'truncated', photos: 1 }),
      failed({ photos: 2 }),
      failed({ state: 'refused', stage: 'render-photo', code: 'quarantined', photos: 1 }),
    ],
    [],
    [],
  );
  expect(groups.map(({ ending, count, cause }) => [ending, count, cause])).toEqual([
    ['given up', 2, { state: 'discarded', stage: 'draft-text', code: 'timeout' }],
    ['refused', 1, { state: 'refused', stage: 'ingest-original', code: 'truncated' }],
    ['quarantined', 1, { state: 'refused', stage: 'render-photo', code: 'quarantined' }],
  ]);
});

test('a cause is told in words with its code, and one that has no words by its code alone', () => {
  const groups = failureGroups([failed({ code: 'StageTimeout' }), failed({ code: 'ELIBBAD', photos: 1 })], [], []);
  expect(groups.map(({ title, code }) => [title, code])).toEqual([
    ['Took longer than its stage may', 'StageTimeout'],
    ['ELIBBAD', null],
  ]);
});

test('only photos that were given up at the same stage for the same cause are rolled back with a group', () => {
  const [group] = failureGroups(
    [failed({})],
    [
      set({
        discarded: [
          ended(3, 'draft-text', 'timeout'),
          ended(4, 'draft-text', 'timeout'),
          ended(5, 'render-photo', 'timeout'),
          ended(6, 'draft-text', 'disk'),
        ],
        refused: [ended(7, 'draft-text', 'timeout')],
      }),
    ],
    [],
  );
  expect(group?.photoIds).toEqual([3, 4]);
});

test('publications that failed for one cause are one group, whatever the name and the size', () => {
  const groups = failureGroups(
    [],
    [],
    [
      notPublished(7, 'Lake_7.JPG was cut off after 120 bytes'),
      notPublished(8, 'Lake_8.JPG was cut off after 99 bytes'),
      notPublished(9, null),
    ],
  );
  expect(groups).toMatchObject([
    { ending: 'not published', title: '… was cut off after … bytes', code: null, photoIds: [7, 8], cause: null },
  ]);
});
