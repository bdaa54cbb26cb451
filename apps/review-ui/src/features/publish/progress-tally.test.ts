import { expect, test } from 'vitest';
import { progressTally } from './progress-tally.ts';

test('targets count together, and it is over when nothing is left to do', () => {
  const targets = [{ byState: { published: 2, failed: 1 } }, { byState: { withdrawn: 1, queued: 3, uploading: 1 } }];
  expect(progressTally(targets)).toEqual({ photos: 8, done: 3, failed: 1, isOver: false });
  expect(progressTally([{ byState: { published: 2, failed: 1 } }]).isOver).toBe(true);
});
