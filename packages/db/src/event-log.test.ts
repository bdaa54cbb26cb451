import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, openTestStores } from './test-stores.ts';

test('events are listed oldest first, after a given one, of a photo or a set', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg', '2.jpg'] });
  stores.events.append({
    actor: 'system',
    kind: 'engine.wiped',
    runId: null,
    setId: null,
    photoId: null,
    detail: { generation: 'x' },
  });

  const all = stores.events.list({});
  expect(all.map(({ id }) => id)).toEqual(all.map((_, index) => index + 1));
  expect(stores.events.list({ after: 3, limit: 2 }).map(({ id }) => id)).toEqual([4, 5]);
  expect(new Set(stores.events.list({ photoId: 2 }).map(({ photoId }) => photoId))).toEqual(new Set([2]));
  expect(stores.events.list({ setId: 1 })).toHaveLength(all.length - 2);
  expect(all.at(-1)).toMatchObject({
    kind: 'engine.wiped',
    detail: { generation: 'x' },
    at: expect.stringMatching(/Z$/),
  });
});

test('an event needs an actor and a kind of two words', () => {
  const { events } = openTestStores();
  const event = { runId: null, setId: null, photoId: null, detail: {} };
  expect(() => events.append({ ...event, actor: '', kind: 'a.b' })).toThrow('CHECK');
  expect(() => events.append({ ...event, actor: 'x', kind: 'approved' })).toThrow('CHECK');
});
