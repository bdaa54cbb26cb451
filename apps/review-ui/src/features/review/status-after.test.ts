import { expect, test } from 'vitest';
import { statusAfter } from './status-after.ts';

test.each([
  ['review.approved', {}, 'approved'],
  ['review.rejected', { reason: 'blurred' }, 'rejected'],
  ['review.approval-taken-back', {}, 'pending'],
  ['review.approval-voided', {}, 'pending'],
  ['review.undone', { status: 'approved' }, 'approved'],
  ['review.undone', { status: 'pending' }, 'pending'],
  ['review.edited', {}, undefined],
  ['photo.published', {}, undefined],
])('after %s with %j a photo is %s', (kind, detail, status) => {
  expect(statusAfter({ kind, detail })).toBe(status);
});
