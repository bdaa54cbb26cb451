import Database from 'better-sqlite3';
import { afterEach, expect, test, vi } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

/** Tables that grow with the catalogue. None of them is ever read from end to end. */
const growing = new Set([
  'photos',
  'photo_metadata',
  'file_names',
  'renditions',
  'quality_measurements',
  'quality_ratings',
  'photo_readings',
  'technical_measurements',
  'photo_groups',
  'photo_group_members',
  'text_drafts',
  'reviews',
  'approvals',
  'publications',
  'publication_steps',
  'stage_attempts',
  'events',
]);

afterEach(() => vi.restoreAllMocks());

test('no statement of a whole journey reads a growing table from end to end', async () => {
  const { stores, queries } = await recordedJourney();
  expect(queries.length).toBeGreaterThan(60);
  const slow = queries.flatMap((sql) => scans(stores.sql, sql).map((step) => ({ step, sql })));
  expect(slow).toEqual([]);
});

test('work of held sets is told apart by an index that holds those sets and no others', async () => {
  const { stores, queries } = await recordedJourney();
  const apart = queries.filter((sql) => sql.includes('NOT IN (SELECT id FROM photo_sets WHERE held_at'));
  expect(apart.length).toBeGreaterThan(2);
  for (const sql of apart) {
    const steps = plan(stores.sql, sql);
    expect(steps).toContainEqual(expect.stringMatching(/^SCAN photo_sets USING .*INDEX photo_sets_held$/));
    expect(steps.filter((step) => /^\S+ photos\b/.test(step))).toEqual([
      expect.stringMatching(/^(SCAN photos USING INDEX photos_due|SEARCH photos USING INDEX photos_by_state .*)$/),
    ]);
  }
});

test('what a hold takes out of the outbox and puts back is found by the set', async () => {
  const { stores, queries } = await recordedJourney();
  const withdrawal = queries.filter((sql) => /DELETE FROM outbox.*set_id/s.test(sql));
  const refill = queries.filter((sql) => /FROM photos INDEXED BY photos_by_position_in_plan/.test(sql));
  expect([withdrawal.length, refill.length]).toEqual([1, 1]);
  for (const sql of [...withdrawal, ...refill]) {
    const steps = plan(stores.sql, sql);
    expect(steps).toContainEqual(
      expect.stringMatching(/^SEARCH photos USING .*INDEX photos_by_position_in_plan \(set_id=\? AND state=\?\)/),
    );
    expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  }
});

test('a search that has no index is found out', () => {
  const { sql } = openTestStores();
  expect(scans(sql, `SELECT id FROM photos p WHERE p.working_path = ?`)).toEqual(['SCAN p']);
});

/** The queries that were prepared for a whole journey. */
async function recordedJourney() {
  const statements = new Set<string>();
  const prepare = Database.prototype.prepare;
  vi.spyOn(Database.prototype, 'prepare').mockImplementation(function record(this: Database.Database, sql: string) {
    statements.add(sql);
    return prepare.call(this, sql);
  });
  const stores = openTestStores();
  await wholeJourney(stores);
  vi.restoreAllMocks();
  return { stores, queries: [...statements].filter((sql) => /^\s*(select|update|delete|insert)/i.test(sql)) };
}

/** Everything that people and the runner do, once. */
async function wholeJourney(stores: TestStores): Promise<void> {
  addSet(stores);
  addSet(stores, { sourceFolder: '/photos/river' });
  settle(stores, {
    outcome: ({ subject, stage }) =>
      stage === 'draft-text' && subject.id === 6
        ? { kind: 'discarded', error: { class: 'Timeout', text: 'slow' } }
        : undefined,
  });
  stores.sets.hold(1, 'the client calls back', operator);
  stores.workLedger.dueJobs();
  stores.sets.resume(1, operator);
  stores.reviews.list({ status: 'pending', setId: 1, after: 1, limit: 10 });
  stores.reviews.list({});
  for (const id of [1, 2]) stores.reviews.approve(id, { revisionHash: stores.reviews.view(id).revisionHash }, reviewer);
  stores.reviews.edit(2, { caption: 'Other' }, reviewer);
  stores.reviews.reject(3, { reason: 'blurred' }, reviewer);
  await stores.publications.plan();
  stores.publications.publish([1], operator);
  stores.publicationProgress.read({ first: 1, last: 9 }, { limit: 5 });
  settle(stores);
  stores.publications.withdraw(1, 'asked', reviewer);
  stores.rollbacks.request({ scope: 'run', id: 1, reason: 'wrong' }, operator);
  settle(stores);
  stores.overview.recent(5);
  stores.events.list({ photoId: 1 });
  stores.events.list({ setId: 1, after: 3 });
  stores.events.list({ after: 3 });
  stores.events.takingBack({ before: 90, limit: 10 });
  const token = stores.accessTokens.issue(operator);
  stores.accessTokens.identify(token);
  stores.workLedger.refillOutbox();
  stores.workLedger.recover();
}

/** Partial indexes of work in flight, and what is read page by page. */
const holdsFew = new Set([
  'events_that_take_back',
  'photos_due',
  'photos_in_review',
  'photos_with_leftovers',
  'publications_standing',
  'stage_attempts_open',
  'stage_attempts_open_of_process',
  'stage_attempts_folder_left',
]);

/** By an index that is no help: SQLite makes it of "photo_id IS NOT NULL" beside a better key. */
const fromSomewhereToTheEnd = /^SEARCH (\w+) USING (?:COVERING )?INDEX (\w+) \(\w+[<>]\?\)/;

/** Steps of the plan that go through a growing table without a key to go by. */
function scans(sql: Database.Database, query: string): string[] {
  const names = [
    ...query.matchAll(
      /\b(?:from|join|update|into)\s+"?(\w+)"?(?:\s+(?:as\s+)?(?!where|on|set|left|join|order|group|values|using)([a-z]\w*))?/gi,
    ),
  ];
  const tableOf = new Map(
    names.flatMap(([, table = '', alias]) => [[table, table] as const, [alias ?? table, table] as const]),
  );
  return plan(sql, query).filter((step) => {
    const [, name = '', index = ''] =
      /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(step) ?? fromSomewhereToTheEnd.exec(step) ?? [];
    return growing.has(tableOf.get(name) ?? name) && !holdsFew.has(index);
  });
}

function plan(sql: Database.Database, query: string): string[] {
  const named = Object.fromEntries([...query.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, null]));
  const positional = Array.from(query.replaceAll(/'[^']*'/g, '').matchAll(/\?/g), () => null);
  const explain = sql.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${query}`);
  const steps = Object.keys(named).length > 0 ? explain.all(named) : explain.all(...positional);
  return steps.map(({ detail }) => detail);
}
