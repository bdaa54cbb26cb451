import { expect, test } from 'vitest';
import { countLine, countTests } from './count-tests.mjs';

const file = (status: string, ...tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test('counts over all files', () => {
  const testResults = [file('passed', 'passed', 'skipped', 'todo'), file('failed', 'passed', 'failed', 'failed')];
  expect(countTests({ testResults }, 1)).toEqual({ passed: 2, failed: 2, skipped: 2 });
});

test('a file that does not load is a failure', () => {
  expect(countTests({ testResults: [file('failed'), file('failed', 'passed')] }, 1)).toMatchObject({ failed: 2 });
});

test('a run that ended badly is a failure even if every test passed', () => {
  expect(countTests({ testResults: [file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('the line names skipped tests only if there are any', () => {
  expect(countLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(countLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
});
