import { defineStage, done } from '@proofline/domain/stage.ts';

/** Puts the photo before a person. Review is a state: nothing waits, nothing polls, a decision makes the next work due. */
export const openReview = defineStage<'open-review', object>({
  name: 'open-review',
  subject: 'photo',
  maxAttempts: 5,
  timeoutMs: 30_000,
  backoffMs: 500,
  concurrency: 8,
  undoes: ['reviewOpened'],
  run: () => Promise.resolve(done({ reviewOpened: true })),
});
