import { foldFileName } from '@proofline/domain/folded-file-name.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { act, actions, work, type Runs } from './test-history.ts';
import { settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, type TestStores } from './test-stores.ts';
import { areLongTests } from '../../../tests/support/long-tests.ts';

/** Runs and people do things in any order, runs die and come back late: what must hold does hold after every step. */

const script = fc.array(fc.record({ action: fc.constantFrom(...actions), pick: fc.nat(1000) }), {
  minLength: 30,
  maxLength: 80,
});

test('names, approvals and results hold whatever happens, and nothing is lost', { timeout: 240_000 }, () => {
  fc.assert(
    fc.property(script, (steps) => {
      const stores = openTestStores();
      for (const folder of ['/photos/0', '/photos/1', '/photos/2']) addSet(stores, { sourceFolder: folder });
      const runs: Runs = { open: [], holders: new Map() };
      for (const { action, pick } of steps) {
        act(stores, runs, action, pick);
        assertInvariants(stores);
      }
      stores.workLedger.recover();
      for (const { id } of stores.sets.list()) stores.sets.resume(id, operator);
      settle(stores, work);
      assertInvariants(stores);
      assertNothingIsLeft(stores);
      stores.close();
    }),
    { numRuns: areLongTests ? 60 : 25 },
  );
});

const despiteHold = `('release-workspace', 'roll-back', 'withdraw-photo')`;

function assertInvariants(stores: TestStores): void {
  const empty = (what: string, query: string) => expect({ [what]: column(stores, query) }).toEqual({ [what]: [] });

  for (const { name, folded_key: key } of stores.sql.prepare('SELECT name, folded_key FROM file_names').all() as {
    name: string;
    folded_key: string;
  }[]) {
    expect(foldFileName(name)).toBe(key);
  }
  empty(
    'names that are reserved for a photo that gave everything back',
    `SELECT f.name FROM file_names f JOIN photos p ON p.id = f.photo_id
     WHERE f.state = 'reserved' AND p.state IN ('rejected', 'rolled-back', 'withdrawn')`,
  );
  empty(
    'photos past the barrier without a name',
    `SELECT p.id FROM photos p WHERE (p.state IN ('in-review', 'published') OR (p.state IN ('queued', 'running')
       AND p.stage NOT IN ('ingest-original', 'extract-metadata')))
     AND NOT EXISTS (SELECT 1 FROM file_names WHERE photo_id = p.id AND state IN ('reserved', 'published'))`,
  );
  empty(
    'results that are recorded twice',
    `SELECT 1 FROM stage_attempts WHERE outcome IN ('done', 'skipped')
     GROUP BY subject_kind, subject_id, stage, epoch HAVING count(*) > 1`,
  );
  empty(
    'sets that got their names before an earlier one',
    `SELECT later.id FROM photo_sets earlier JOIN photo_sets later ON later.id > earlier.id
     WHERE later.names_reserved_at <= earlier.names_reserved_at
       AND NOT EXISTS (SELECT 1 FROM events e WHERE e.set_id = earlier.id AND e.kind = 'set.held')`,
  );
  empty(
    'sets whose names are due before all their photos arrived',
    `SELECT s.id FROM photo_sets s JOIN photos p ON p.set_id = s.id
     WHERE s.state IN ('queued', 'running') AND s.stage = 'reserve-file-names'
       AND p.state IN ('queued', 'running') AND p.stage IN ('ingest-original', 'extract-metadata')`,
  );
  empty(
    'photos that are due and that nobody will ever run',
    `SELECT p.id FROM photos p JOIN photo_sets s ON s.id = p.set_id
     WHERE p.run_token IS NULL AND p.state IN ('queued', 'rolling-back') AND (s.held_at IS NULL OR p.stage IN ${despiteHold})
       AND NOT EXISTS (
         SELECT 1 FROM outbox o WHERE o.subject_kind = 'photo' AND o.subject_id = p.id AND o.stage = p.stage AND o.epoch = p.epoch)`,
  );
  empty(
    'work of a held set that could begin',
    `SELECT o.job_id FROM outbox o LEFT JOIN photos p ON o.subject_kind = 'photo' AND p.id = o.subject_id
     JOIN photo_sets s ON s.id = coalesce(p.set_id, o.subject_id)
     WHERE s.held_at IS NOT NULL AND o.stage NOT IN ${despiteHold} AND o.epoch = coalesce(p.epoch, s.epoch)
       AND o.stage = coalesce(p.stage, s.stage) AND coalesce(p.state, s.state) IN ('queued', 'running')`,
  );
  empty(
    'live photos with a name and the same content',
    `SELECT p.content_sha256 FROM photos p JOIN file_names f ON f.photo_id = p.id AND f.state <> 'retired'
     WHERE p.state NOT IN ('refused', 'discarded', 'rejected', 'rolling-back', 'rolled-back', 'withdrawn')
     GROUP BY p.content_sha256 HAVING count(*) > 1`,
  );
  empty(
    'publications that nobody approved',
    `SELECT id FROM publications u WHERE NOT EXISTS (
       SELECT 1 FROM approvals a WHERE a.photo_id = u.photo_id AND a.revision_hash = u.revision_hash)`,
  );
  expect(stores.sql.pragma('foreign_key_check')).toEqual([]);
}

/** Promise 1: every photo rests in a final state or with a person, and no set has work left. */
function assertNothingIsLeft(stores: TestStores): void {
  const unfinished = `('queued', 'running', 'waiting', 'rolling-back')`;
  expect(column(stores, `SELECT id || ' ' || state || ' ' || stage FROM photos WHERE state IN ${unfinished}`)).toEqual(
    [],
  );
  expect(
    column(stores, `SELECT id || ' ' || state || ' ' || stage FROM photo_sets WHERE state IN ${unfinished}`),
  ).toEqual([]);
  expect(stores.workLedger.outbox(10)).toEqual([]);
  expect(column(stores, 'SELECT id FROM stage_attempts WHERE finished_at IS NULL')).toEqual([]);
}
