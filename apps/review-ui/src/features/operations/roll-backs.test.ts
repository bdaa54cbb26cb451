import type { Event } from '@proofline/domain/event.ts';
import { expect, test } from 'vitest';
import { rollBacksAmong } from './roll-backs.ts';

const event = (id: number, kind: string, parts: Partial<Event> = {}): Event => ({
  id,
  at: `2026-05-04T09:00:${String(id).padStart(2, '0')}.000Z`,
  actor: 'Otto',
  kind,
  runId: 1,
  setId: 4,
  photoId: id,
  detail: { reason: 'wrong folder' },
  ...parts,
});

test('photos of one set that were taken back for one reason are one line, at the time of the last', () => {
  const found = rollBacksAmong([
    event(9, 'photo.rolling-back'),
    event(7, 'photo.rolling-back', { detail: { reason: 'blurred' } }),
    event(6, 'photo.rolling-back'),
  ]);
  expect(found).toMatchObject([
    { photoIds: [6, 9], reason: 'wrong folder', at: '2026-05-04T09:00:09.000Z' },
    { photoIds: [7], reason: 'blurred' },
  ]);
});

test('a set has no photos of its own, and an event may tell no reason', () => {
  expect(rollBacksAmong([event(3, 'set.rolled-back', { photoId: null, detail: {} })])).toMatchObject([
    { setId: 4, photoIds: [], reason: null },
  ]);
});
