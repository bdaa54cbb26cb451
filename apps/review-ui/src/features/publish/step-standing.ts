import type { PublicationStep } from '@proofline/domain/publication.ts';
import type { PublicationProgressItem } from '@proofline/domain/publication-progress.ts';
import { bytesInWords } from '../../lib/words.ts';

/** Where one step of a photo's publication is: `skipped` where it is not taken at all, `not-done` where nothing goes on. */
export type StepStanding = {
  readonly mark: 'done' | 'under-way' | 'waits' | 'skipped' | 'not-done';
  readonly words: string;
};

type ShownStep = Exclude<PublicationStep, 'checked' | 'previous-kept' | 'embedded' | 'taken-back'>;

/** In their order. What lies before and between them is quick and touches nothing that anybody sees. */
export const shownSteps = {
  archived: { title: 'Original', doing: 'archiving', done: 'archived' },
  'web-sent': { title: 'Web file', doing: 'sending', done: 'sent' },
  'thumb-sent': { title: 'Thumbnail', doing: 'sending', done: 'sent' },
  'row-written': { title: 'Row', doing: 'writing', done: 'written' },
  verified: { title: 'Verified', doing: 'verifying', done: 'verified' },
} as const satisfies Record<ShownStep, { title: string; doing: string; done: string }>;

const order = Object.keys(shownSteps) as readonly ShownStep[];

export function stepStandings(
  item: Pick<PublicationProgressItem, 'state' | 'steps' | 'failure'>,
): Readonly<Record<ShownStep, StepStanding>> {
  const taken = new Map(item.steps.map((step) => [step.step, step]));
  const isBehind = item.state === 'published' || item.state === 'withdrawn';
  // Whether originals are archived shows only once the photo is past it.
  const isNotArchived = isBehind || taken.has('embedded');
  const next = order.find((step) => !taken.has(step) && (step !== 'archived' || !isNotArchived));
  const standingOf = (step: ShownStep): StepStanding => {
    const done = taken.get(step);
    if (done !== undefined) return { mark: 'done', words: inWords(step, done.bytesSent) };
    if (step === 'archived' && isNotArchived) return { mark: 'skipped', words: 'no archive' };
    // A crash may have lost the note that it was done; that the photo is on the site is certain.
    if (isBehind) return { mark: 'done', words: shownSteps[step].done };
    if (item.state === 'failed') return notDone(step);
    return item.state === 'uploading' && item.failure === null && step === next
      ? { mark: 'under-way', words: shownSteps[step].doing }
      : { mark: 'waits', words: 'waits' };
  };
  return Object.fromEntries(order.map((step) => [step, standingOf(step)])) as Record<ShownStep, StepStanding>;
}

/** What is done before anything is sent goes on record with it, and not where nothing is. */
function notDone(step: ShownStep): StepStanding {
  return step === 'archived' ? { mark: 'skipped', words: 'no record' } : { mark: 'not-done', words: 'not done' };
}

function inWords(step: ShownStep, bytesSent: number | null): string {
  if (bytesSent === null) return shownSteps[step].done;
  return bytesSent === 0 ? 'there already' : bytesInWords(bytesSent);
}

/** How the photo as a whole is. */
export function photoStanding({
  state,
  steps,
  failure,
}: Pick<PublicationProgressItem, 'state' | 'steps' | 'failure'>): string {
  switch (state) {
    case 'queued':
      return 'waits';
    case 'uploading':
      return failure === null ? 'is being sent' : `is tried again soon: ${failure}`;
    case 'published':
      return 'on the site';
    case 'withdrawn':
      return 'off the site again';
    case 'failed': {
      const back = steps.some(({ step }) => step === 'taken-back') ? '; what was sent of it was taken back' : '';
      return `came to nothing${failure === null ? '' : `: ${failure}`}${back}`;
    }
  }
}
