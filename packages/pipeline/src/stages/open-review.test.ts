import { expect, test } from 'vitest';
import { stageRun } from '../fixtures/stage-run.ts';
import { openReview } from './open-review.ts';

test('the photo is put before a person, and nothing else is said of it', async () => {
  await expect(openReview.run(7, {}, stageRun())).resolves.toEqual({ kind: 'done', output: { reviewOpened: true } });
});
