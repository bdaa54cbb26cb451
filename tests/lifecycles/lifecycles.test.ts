import { photoSetStates } from '@proofline/domain/photo-set.ts';
import { photoStates } from '@proofline/domain/photo.ts';
import { publicationStates } from '@proofline/domain/publication.ts';
import { reviewStatuses } from '@proofline/domain/review.ts';
import { addSet, openTestStores } from '@proofline/db/test-stores.ts';
import { expect, test } from 'vitest';
import { drawnLifecycles } from './drawn-lifecycles.ts';
import { observeHistories } from './histories.ts';
import { observedTransitions, observeTransitions } from './observed-transitions.ts';

const SEED = 20_261_123;
const HISTORIES_TIMEOUT_MS = 240_000;

const { tables, drawings } = drawnLifecycles();
test(
  'what happens to photos, sets, reviews and publications is what the tables say, no more and no less',
  { timeout: HISTORIES_TIMEOUT_MS },
  () => {
    const observed = observeHistories(SEED);
    expect(tables.length).toBeGreaterThan(40);
    expect([...observed].filter((transition) => !tables.includes(transition))).toEqual([]);
    expect(tables.filter((transition) => !observed.has(transition))).toEqual([]);
  },
);

test('the drawings show what the tables say', () => {
  expect(drawings.toSorted()).toEqual(tables.toSorted());
  expect(new Set(tables).size).toBe(tables.length);
});

test('every state that the domain knows is drawn, but the one that nothing writes', () => {
  const words = {
    Photo: photoStates,
    'Photo set': photoSetStates,
    Review: reviewStatuses,
    Publication: publicationStates,
  };
  const undrawn = Object.entries(words).flatMap(([machine, states]) =>
    states.filter((state) => !tables.some((row) => row.startsWith(`${machine}: `) && row.endsWith(` → ${state}`))),
  );
  expect(undrawn).toEqual(['sent-back']);
});

test('a step past the stores is seen too', () => {
  const stores = openTestStores();
  observeTransitions(stores);
  addSet(stores);
  stores.sql.exec(`UPDATE photo_sets SET state = 'rolled-back'`);
  const strange = observedTransitions(stores).filter((transition) => !tables.includes(transition));
  expect(strange).toEqual(['Photo set: queued → rolled-back']);
});
