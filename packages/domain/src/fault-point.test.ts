import { expect, test } from 'vitest';
import { faultPoints, reachFaultPoint, setFaultHook } from './fault-point.ts';

test('reaching a point does nothing until somebody listens, and then tells which point and whose stage', () => {
  reachFaultPoint('outbox-read');
  const reached: unknown[] = [];
  setFaultHook((...point) => reached.push(point));
  reachFaultPoint('run-claimed', 'render-photo');
  expect(reached).toEqual([['run-claimed', 'render-photo']]);
});

test('no two points have the same name', () => {
  expect(new Set(faultPoints).size).toBe(faultPoints.length);
});
