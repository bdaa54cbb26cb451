import type { Actor } from '@proofline/domain/actor.ts';
import type { PublicationStart } from '@proofline/domain/publication.ts';
import { expect, test } from 'vitest';
import { publishByPieces } from './publish-by-pieces.ts';

const operator: Actor = { name: 'Ola', roles: ['operator'] };
const photoIds = Array.from({ length: 120 }, (_, index) => index + 1);

/** Sends ten bytes for each photo, two a second. */
function recordingDesk(asked: number[][], seconds: (photos: number) => number | null) {
  return {
    publish(ids: readonly number[] | undefined): PublicationStart {
      const piece = [...(ids ?? [])];
      asked.push(piece);
      const items = piece.map((photoId) => ({
        photoId,
        fileName: `${photoId}.jpg`,
        change: 'new' as const,
        bytes: 10,
        blockedBy: [],
        lastFailure: null,
        webUrl: null,
      }));
      const range = piece.length === 0 ? null : { first: 900 + piece[0]!, last: 900 + piece.at(-1)! };
      const sums = { photos: piece.length, bytes: 10 * piece.length, seconds: seconds(piece.length) };
      return { items, ...sums, measuredBy: 7, asked: range };
    },
  };
}

test('every photo is asked for once, in its order, and others get their turn in between', async () => {
  const asked: number[][] = [];
  let turns = 0;
  let isOver = false;
  const others = (async () => {
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve));
      turns += asked.length < 3 ? 1 : 0;
    }
  })();
  const plan = await publishByPieces(
    recordingDesk(asked, (photos) => photos / 2),
    photoIds,
    operator,
  );
  isOver = true;
  await others;

  expect(asked.flat()).toEqual(photoIds);
  expect(asked).toHaveLength(3);
  expect(turns).toBeGreaterThanOrEqual(2);
  expect(plan).toMatchObject({
    photos: 120,
    bytes: 1200,
    seconds: 60,
    measuredBy: 7,
    asked: { first: 901, last: 1020 },
  });
  expect(plan.items.map(({ photoId }) => photoId)).toEqual(photoIds);
});

test('how long it takes stays unknown where nothing tells', async () => {
  expect(
    await publishByPieces(
      recordingDesk([], () => null),
      photoIds,
      operator,
    ),
  ).toMatchObject({ seconds: null });
});

test('nothing to publish is a plan of nothing', async () => {
  const plan = await publishByPieces(
    recordingDesk([], (photos) => photos),
    [],
    operator,
  );
  expect(plan).toEqual({ items: [], photos: 0, bytes: 0, seconds: 0, measuredBy: 7, asked: null });
});
