import { act, actions, work, type Action, type Runs } from '@proofline/db/test-history.ts';
import { photoJob, setJob, settle } from '@proofline/db/test-runner.ts';
import { addSet, openTestStores, operator, reviewer, type TestStores } from '@proofline/db/test-stores.ts';
import fc from 'fast-check';
import { observedTransitions, observeTransitions } from './observed-transitions.ts';

type History = (stores: TestStores) => void;

/** What happens once photos rest in review; the rest of their lives is rare in histories that begin with a folder. */
const actionsFromReview: readonly Action[] = (
  'approve approve publish publish claim claim finish finish work ' +
  'rest fail refuse quarantine edit withdraw roll-back-publication reject roll-back-photo roll-back-set crash'
)
  .split(' ')
  .flatMap((word) => actions.find((action) => action === word) ?? []);

/** Lives that chance does not meet often enough. */
const directed: readonly History[] = [
  aSetThatGetsNoNames,
  aSetThatIsRefused,
  aSetThatIsTakenBackWhileItRuns,
  aPhotoThatIsTakenBackWhileItRuns,
  aPhotoThatIsRejectedAfterItsApproval,
  aPhotoThatIsPublishedAndWithdrawn,
  aPublicationThatStopsHalfWay,
  aCorrectionThatIsRolledBack,
  aRejectionThatIsUndone,
  failuresThatAreTriedAgain,
];

/** Everything that happened in all histories. The same seed gives the same histories. */
export function observeHistories(seed: number): ReadonlySet<string> {
  const fromFolders = sample(actions, 25, seed).map((steps): History => (stores) => {
    addSet(stores, { sourceFolder: '/photos/0' });
    addSet(stores, { sourceFolder: '/photos/1' });
    play(stores, steps);
  });
  const fromReview = sample(actionsFromReview, 40, seed).map((steps): History => (stores) => {
    addSet(stores);
    settle(stores, work);
    play(stores, steps);
  });
  return new Set([...directed, ...fromFolders, ...fromReview].flatMap(observe));
}

type Step = { readonly action: Action; readonly pick: number };

function sample(of: readonly Action[], histories: number, seed: number): readonly (readonly Step[])[] {
  const step = fc.record({ action: fc.constantFrom(...of), pick: fc.nat(1000) });
  return fc.sample(fc.array(step, { minLength: 50, maxLength: 90 }), { numRuns: histories, seed });
}

function observe(history: History): readonly string[] {
  const stores = openTestStores();
  observeTransitions(stores);
  history(stores);
  stores.workLedger.recover();
  settle(stores, work);
  const observed = observedTransitions(stores);
  stores.close();
  return observed;
}

function play(stores: TestStores, steps: readonly Step[]): void {
  const runs: Runs = { open: [], holders: new Map() };
  for (const { action, pick } of steps) act(stores, runs, action, pick);
}

function aSetThatGetsNoNames(stores: TestStores): void {
  addSet(stores);
  const error = { class: 'TestError', text: 'made to fail' };
  settle(stores, {
    outcome: ({ stage }) => (stage === 'reserve-file-names' ? { kind: 'discarded', error } : undefined),
  });
  stores.rollbacks.request({ scope: 'set', id: 1, reason: 'nothing came of it' }, operator);
}

function aSetThatIsRefused(stores: TestStores): void {
  addSet(stores);
  settle(stores, { outcome: () => ({ kind: 'set-refused', problems: ['the folder is empty'] }) });
}

function aSetThatIsTakenBackWhileItRuns(stores: TestStores): void {
  addSet(stores);
  stores.workLedger.claim(setJob(1, 'validate-set'), { token: 'fenced', worker: 'test' });
  stores.rollbacks.request({ scope: 'set', id: 1, reason: 'wrong folder' }, operator);
}

function aPhotoThatIsTakenBackWhileItRuns(stores: TestStores): void {
  addSet(stores);
  settle(stores, { hold: ['render-photo'] });
  stores.workLedger.claim(photoJob(1, 'render-photo'), { token: 'fenced', worker: 'test' });
  stores.rollbacks.request({ scope: 'photo', id: 1, reason: 'blurred' }, operator);
}

function aPhotoThatIsRejectedAfterItsApproval(stores: TestStores): void {
  addSet(stores);
  settle(stores);
  stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, reviewer);
  stores.reviews.reject(1, { reason: 'seen again by daylight' }, reviewer);
}

function aPhotoThatIsPublishedAndWithdrawn(stores: TestStores): void {
  addSet(stores);
  settle(stores, { files: ['1.jpg'] });
  approveAndPublish(stores);
  settle(stores);
  stores.publications.withdraw(1, 'asked for', reviewer);
}

/** Published, corrected, and given up while the correction was being sent; then taken off the site. */
function aPublicationThatStopsHalfWay(stores: TestStores): void {
  addSet(stores);
  settle(stores, { files: ['1.jpg'] });
  approveAndPublish(stores);
  settle(stores);
  stores.reviews.edit(1, { headline: 'Another one' }, reviewer);
  approveAndPublish(stores);
  const [due] = stores.workLedger.outbox(1);
  const job = photoJob(1, 'publish-photo', due!.job.epoch);
  stores.workLedger.claim(job, { token: 'half way', worker: 'test' });
  stores.publicationLog.begin(1, 'directory', 'half way');
  stores.workLedger.complete(job, 'half way', {
    kind: 'skipped',
    reason: 'made to be given up',
    next: { kind: 'rest', state: 'in-review' },
  });
  stores.publications.withdraw(1, 'asked for', reviewer);
}

function aCorrectionThatIsRolledBack(stores: TestStores): void {
  addSet(stores);
  settle(stores, { files: ['1.jpg'] });
  approveAndPublish(stores);
  settle(stores);
  stores.reviews.edit(1, { headline: 'Another one' }, reviewer);
  approveAndPublish(stores);
  settle(stores);
  stores.publications.rollBack(1, 'the first one was right', reviewer);
}

function aRejectionThatIsUndone(stores: TestStores): void {
  addSet(stores);
  settle(stores);
  stores.reviews.reject(1, { reason: 'blurred' }, reviewer);
  // The roll-back still runs, so its end brings the photo back; nothing is waited for here.
  void stores.reviewActs.undo(reviewer);
  settle(stores);
}

function failuresThatAreTriedAgain(stores: TestStores): void {
  addSet(stores);
  settle(stores, {
    outcome: ({ stage, subject: { kind, id } }) => {
      if (kind !== 'photo') return undefined;
      if (stage === 'ingest-original' && id === 1)
        return { kind: 'refused', refusal: { code: 'missing', reason: 'made to be refused' } };
      if (stage === 'draft-text' && id === 2)
        return { kind: 'discarded', error: { class: 'TestError', text: 'made to fail' } };
      if (stage === 'render-photo' && id === 3)
        return { kind: 'refused', refusal: { code: 'truncated', reason: 'made to be refused' } };
      return undefined;
    },
  });
  stores.leftovers.forget(3);
  for (const { state, stage, code } of stores.failures.groups())
    stores.failures.retry({ state, stage, code }, operator);
  settle(stores);
}

function approveAndPublish(stores: TestStores): void {
  stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, reviewer);
  stores.publications.publish([1], operator);
}
