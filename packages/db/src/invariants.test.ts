import { DomainError } from '@proofline/domain/domain-error.ts';
import { foldFileName } from '@proofline/domain/folded-file-name.ts';
import { jobId, type Completion, type Job } from '@proofline/domain/work-ledger.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newToken, next, outputOf, settle, type TestWork } from './test-runner.ts';
import { addSet, column, openTestStores, operator, reviewer, type TestStores } from './test-stores.ts';

/** Runs and people do things in any order, runs die and come back late: what must hold does hold after every step. */

const actions = [
  'add-set',
  'work',
  'work',
  'work',
  'work',
  'claim',
  'claim',
  'finish',
  'finish',
  'fail',
  'refuse',
  'give-up',
  'roll-back-photo',
  'roll-back-set',
  'roll-back-run',
  'approve',
  'edit',
  'reject',
  'publish',
  'withdraw',
  'crash',
  'wipe-engine',
] as const;

const script = fc.array(fc.record({ action: fc.constantFrom(...actions), pick: fc.nat(1000) }), {
  minLength: 30,
  maxLength: 80,
});

/** Four contents for all files, so that duplicates within and between sets are common. */
const work: TestWork = {
  files: ['1.jpg', '2.jpg', '3.jpg', '4.jpg'],
  content: { '1.jpg': 'lake', '2.jpg': 'river', '3.jpg': 'lake', '4.jpg': 'sea' },
};

type Run = { readonly job: Job; readonly token: string };

/** Runs under way or thought dead, and which of them hold their job: the last to claim it in a process that lives. */
type Runs = { readonly open: Run[]; readonly holders: Map<string, string> };

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
      settle(stores, work);
      assertInvariants(stores);
      assertNothingIsLeft(stores);
      stores.close();
    }),
    { numRuns: 60 },
  );
});

function act(stores: TestStores, runs: Runs, action: (typeof actions)[number], pick: number): void {
  const photoIds = column<number>(stores, 'SELECT id FROM photos ORDER BY id');
  const photoId = photoIds[pick % Math.max(1, photoIds.length)] ?? 1;
  const setIds = column<number>(stores, 'SELECT id FROM photo_sets ORDER BY id');
  const setId = setIds[pick % setIds.length] ?? 1;
  const reason = 'because';
  switch (action) {
    case 'add-set':
      addSet(stores, { sourceFolder: `/photos/${pick % 3}`, location: pick % 2 === 0 ? 'Here' : 'HERE' });
      break;
    case 'work':
      for (let times = 0; times < 12; times += 1) {
        if (claim(stores, runs, pick * (times + 1))) complete(stores, runs, 'finish', runs.open.length - 1);
      }
      break;
    case 'claim':
      claim(stores, runs, pick);
      break;
    case 'finish':
    case 'fail':
    case 'refuse':
    case 'give-up':
      complete(stores, runs, action, pick);
      break;
    case 'roll-back-photo':
      ask(() => stores.rollbacks.request({ scope: 'photo', id: photoId, reason }, operator));
      break;
    case 'roll-back-set':
      ask(() => stores.rollbacks.request({ scope: 'set', id: setId, reason }, operator));
      break;
    case 'roll-back-run':
      ask(() => stores.rollbacks.request({ scope: 'run', id: 1, reason }, operator));
      break;
    case 'approve':
      ask(() => stores.reviews.approve(photoId, { revisionHash: stores.reviews.view(photoId).revisionHash }, reviewer));
      break;
    case 'edit':
      ask(() => stores.reviews.edit(photoId, { headline: `Headline ${pick}` }, reviewer));
      break;
    case 'reject':
      ask(() => stores.reviews.reject(photoId, { reason }, reviewer));
      break;
    case 'publish':
      ask(() => stores.publications.publish(undefined, operator));
      break;
    case 'withdraw':
      ask(() => stores.publications.withdraw(photoId, reason, reviewer));
      break;
    case 'crash':
      // Runs of the dead process stay in the list: they come back late and must change nothing.
      runs.holders.clear();
      stores.workLedger.recover();
      break;
    case 'wipe-engine':
      stores.workLedger.forgetOutbox(stores.workLedger.outbox(1000).map(({ id }) => id));
      stores.workLedger.refillOutbox();
      break;
  }
}

/** A person's request may be refused; nothing else may go wrong. */
function ask(request: () => void): void {
  try {
    request();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

function claim(stores: TestStores, runs: Runs, pick: number): boolean {
  const due = stores.workLedger.outbox(1000);
  const entry = due[pick % Math.max(1, due.length)];
  if (entry === undefined) return false;
  const { job } = entry;
  const token = newToken();
  const isClaimed = stores.workLedger.claim(job, { token, worker: 'test' }).kind === 'claimed';
  if (isClaimed) {
    runs.open.push({ job, token });
    runs.holders.set(jobId(job), token);
  }
  // Now and then the row stays, as after a crash between handing over and forgetting.
  if (pick % 5 !== 0) stores.workLedger.forgetOutbox([entry.id]);
  return isClaimed;
}

function complete(stores: TestStores, runs: Runs, how: 'finish' | 'fail' | 'refuse' | 'give-up', pick: number): void {
  const [run] = runs.open.splice(pick % Math.max(1, runs.open.length), 1);
  if (run === undefined) return;
  const isHolder = runs.holders.get(jobId(run.job)) === run.token;
  const result = stores.workLedger.complete(run.job, run.token, completionOf(stores, run, how));
  if (isHolder) runs.holders.delete(jobId(run.job));
  else expect(result).toBe('overtaken');
}

function completionOf(
  stores: TestStores,
  { job, token }: Run,
  how: 'finish' | 'fail' | 'refuse' | 'give-up',
): Completion {
  const error = { class: 'TestError', text: 'made to fail' };
  if (how === 'refuse' && job.stage !== 'roll-back') {
    return { kind: 'refused', refusal: { code: 'corrupt', reason: 'made to be refused' } };
  }
  if (how === 'give-up' && job.stage !== 'roll-back') return { kind: 'discarded', error };
  if (how !== 'finish') return { kind: 'retryable', error, delayMs: 5 };
  try {
    return { kind: 'done', output: outputOf(stores, job, token, work), next: next[job.stage] };
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    return { kind: 'retryable', error: { class: thrown.name, text: thrown.message }, delayMs: 5 };
  }
}

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
     WHERE later.names_reserved_at <= earlier.names_reserved_at`,
  );
  empty(
    'sets whose names are due before all their photos arrived',
    `SELECT s.id FROM photo_sets s JOIN photos p ON p.set_id = s.id
     WHERE s.state IN ('queued', 'running') AND s.stage = 'reserve-file-names'
       AND p.state IN ('queued', 'running') AND p.stage IN ('ingest-original', 'extract-metadata')`,
  );
  empty(
    'photos that are due and that nobody will ever run',
    `SELECT p.id FROM photos p WHERE p.run_token IS NULL AND p.state IN ('queued', 'rolling-back') AND NOT EXISTS (
       SELECT 1 FROM outbox o WHERE o.subject_kind = 'photo' AND o.subject_id = p.id AND o.stage = p.stage AND o.epoch = p.epoch)`,
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
