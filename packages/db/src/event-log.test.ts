import { takingBackKinds } from '@proofline/domain/taking-back.ts';
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

test('what was taken back is listed newest first, page by page, however much else happened since', () => {
  const { sql, events } = openTestStores();
  const append = sql.prepare(
    `INSERT INTO events (at, actor, kind, detail) VALUES ('2026-05-04T09:00:00.000Z', 'Otto', ?, ?)`,
  );
  const wanted: number[] = [];
  sql.transaction(() => {
    for (let number = 0; number < 6000; number += 1) {
      // The kinds in turn, one in forty events, and none among the newest thousand.
      const isWanted = number % 40 === 0 && number < 5000;
      const kind = isWanted ? takingBackKinds[(number / 40) % takingBackKinds.length] : 'photo.stage-finished';
      const id = Number(append.run(kind, JSON.stringify({ reason: `number ${number}` })).lastInsertRowid);
      if (isWanted) wanted.unshift(id);
    }
  })();
  const pages: number[][] = [];
  for (let before: number | undefined; pages.length < 9; before = pages.at(-1)?.at(-1)) {
    const page = events.takingBack({ limit: 50, ...(before !== undefined && { before }) });
    if (page.length === 0) break;
    pages.push(page.map(({ id }) => id));
  }
  expect(pages.map(({ length }) => length)).toEqual([50, 50, 25]);
  expect(pages.flat()).toEqual(wanted);
  expect(events.takingBack({ limit: 1 })).toEqual([
    {
      id: wanted[0],
      at: '2026-05-04T09:00:00.000Z',
      actor: 'Otto',
      kind: 'publication.roll-back-requested',
      runId: null,
      setId: null,
      photoId: null,
      detail: { reason: 'number 4960' },
    },
  ]);
});

test('an event needs an actor and a kind of two words', () => {
  const { events } = openTestStores();
  const event = { runId: null, setId: null, photoId: null, detail: {} };
  expect(() => events.append({ ...event, actor: '', kind: 'a.b' })).toThrow('CHECK');
  expect(() => events.append({ ...event, actor: 'x', kind: 'approved' })).toThrow('CHECK');
});
