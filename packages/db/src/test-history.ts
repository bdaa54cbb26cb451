import { DomainError } from '@proofline/domain/domain-error.ts';
import type { PhotoState } from '@proofline/domain/photo.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import { jobId, type Completion, type Job } from '@proofline/domain/work-ledger.ts';
import { newToken, next, outputOf, type TestWork } from './test-runner.ts';
import { addSet, column, operator, reviewer, type TestStores } from './test-stores.ts';

/** What people, runs and crashes do, step by step in any order, for tests of what holds throughout. */

export const actions = [
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
  'rest',
  'quarantine',
  'block',
  'roll-back-photo',
  'roll-back-set',
  'roll-back-run',
  'hold-set',
  'resume-set',
  'resume-set',
  'approve',
  'edit',
  'reject',
  'publish',
  'withdraw',
  'roll-back-publication',
  'crash',
  'wipe-engine',
] as const;

/** Four contents for all files, so that duplicates within and between sets are common. */
export const work: TestWork = {
  files: ['1.jpg', '2.jpg', '3.jpg', '4.jpg'],
  content: { '1.jpg': 'lake', '2.jpg': 'river', '3.jpg': 'lake', '4.jpg': 'sea' },
};

/** How a run ends. */
type End = 'finish' | 'fail' | 'refuse' | 'give-up' | 'rest' | 'quarantine' | 'block';

/** Where the plan lets a photo rest when a stage is given up: something is or was on the site. */
const restInstead: Partial<Record<StageName, PhotoState>> = {
  'publish-photo': 'in-review',
  'release-workspace': 'published',
  'withdraw-photo': 'published',
};

type Run = { readonly job: Job; readonly token: string };

/** Runs under way or thought dead, and which of them hold their job: the last to claim it in a process that lives. */
export type Runs = { readonly open: Run[]; readonly holders: Map<string, string> };

export type Action = (typeof actions)[number];

export function act(stores: TestStores, runs: Runs, action: Action, pick: number): void {
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
    case 'rest':
    case 'quarantine':
    case 'block':
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
    case 'hold-set':
      ask(() => stores.sets.hold(setId, reason, operator));
      break;
    case 'resume-set':
      ask(() => stores.sets.resume(setId, operator));
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
    case 'roll-back-publication':
      ask(() => stores.publications.rollBack(photoId, reason, reviewer));
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

function complete(stores: TestStores, runs: Runs, how: End, pick: number): void {
  const [run] = runs.open.splice(pick % Math.max(1, runs.open.length), 1);
  if (run === undefined) return;
  const isHolder = runs.holders.get(jobId(run.job)) === run.token;
  const result = stores.workLedger.complete(run.job, run.token, completionOf(stores, run, how));
  if (result === 'overtaken') stores.workLedger.letGo(run.job, run.token, 'gone');
  if (isHolder) runs.holders.delete(jobId(run.job));
  else if (result !== 'overtaken') throw new Error(`a run that lost ${jobId(run.job)} could write`);
}

function completionOf(stores: TestStores, { job, token }: Run, how: End): Completion {
  const error = { class: 'TestError', text: 'made to fail' };
  if (how === 'block') return { kind: 'blocked', condition: 'disk-full', reason: 'made to be full' };
  const rest = restInstead[job.stage];
  const isGivenUp = how === 'give-up' || how === 'quarantine';
  if (rest !== undefined && (isGivenUp || how === 'rest')) {
    return { kind: 'skipped', reason: 'made to rest', next: { kind: 'rest', state: rest } };
  }
  if (how === 'refuse' && job.stage !== 'roll-back') {
    return { kind: 'refused', refusal: { code: 'corrupt', reason: 'made to be refused' } };
  }
  if (how === 'give-up' && job.stage !== 'roll-back') return { kind: 'discarded', error };
  if (how === 'quarantine' && job.stage !== 'roll-back' && job.subject.kind === 'photo') {
    return { kind: 'quarantined', refusal: { code: 'quarantined', reason: 'made to die' }, deaths: [], error };
  }
  if (how !== 'finish') return { kind: 'retryable', error, delayMs: 5 };
  try {
    return { kind: 'done', output: outputOf(stores, job, token, work), next: next[job.stage] };
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    return { kind: 'retryable', error: { class: thrown.name, text: thrown.message }, delayMs: 5 };
  }
}
