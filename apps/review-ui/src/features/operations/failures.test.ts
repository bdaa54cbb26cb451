import type { SetOverview } from '@proofline/domain/overview.ts';
import type { PublicationPlanItem } from '@proofline/domain/publication.ts';
import { expect, test } from 'vitest';
import { failureGroups } from './failures.ts';

const ended = (photoId: number, code: string, reason = code) => ({
  photoId,
  originalFileName: `IMG_${photoId}.JPG`,
  code,
  reason,
});

const set = (parts: Partial<SetOverview>) =>
  ({ set: { id: 4 }, refused: [], discarded: [], stillOnSite: [], ...parts }) as unknown as SetOverview;

const notPublished = (photoId: number, lastFailure: string | null): PublicationPlanItem => ({
  photoId,
  fileName: `Lake_${photoId}.JPG`,
  change: 'new',
  bytes: 1,
  blockedBy: [],
  lastFailure,
});

test('photos that ended alike are one group, the largest first', () => {
  const groups = failureGroups(
    [
      set({
        refused: [ended(1, 'truncated'), ended(2, 'quarantined')],
        discarded: [ended(3, 'timeout'), ended(4, 'timeout')],
      }),
    ],
    [],
  );
  expect(groups.map(({ ending, code, photos }) => [ending, code, photos.length])).toEqual([
    ['given up', 'timeout', 2],
    ['refused', 'truncated', 1],
    ['quarantined', 'quarantined', 1],
  ]);
});

test('publications that failed for one cause are one group, whatever the name and the size', () => {
  const groups = failureGroups(
    [],
    [
      notPublished(7, 'Lake_7.JPG was cut off after 120 bytes'),
      notPublished(8, 'Lake_8.JPG was cut off after 99 bytes'),
      notPublished(9, null),
    ],
  );
  expect(groups).toMatchObject([
    { ending: 'not published', code: '… was cut off after … bytes', photos: [{ photoId: 7 }, { photoId: 8 }] },
  ]);
});
