import { expect, test } from 'vitest';
import type { FaultKind } from './fault.ts';
import { reportJson, reportTable } from './report-table.ts';

test('the table names every kind of fault, how long recoveries took, and every violation', () => {
  expect(reportTable(report).split('\n')).toEqual([
    'freeze              1',
    'kill-at-step        2',
    'recoveries          3',
    'recovery, median    1.0 s',
    'recovery, p95       2.5 s',
    'recovery, longest   2.5 s',
    'duration            60.0 s',
    'invariants checked  10',
    'violations          1',
    '  - a name leaked',
  ]);
});

test('the same figures come for machines, in milliseconds', () => {
  expect(reportJson(report)).toEqual({
    faults: { freeze: 1, 'kill-at-step': 2 },
    recoveries: { count: 3, medianMs: 1_000, p95Ms: 2_500, longestMs: 2_500 },
    durationMs: 60_000,
    invariantsChecked: 10,
    violations: ['a name leaked'],
  });
});

const report = {
  faults: new Map<FaultKind, number>([
    ['kill-at-step', 2],
    ['freeze', 1],
  ]),
  recoveriesMs: [900, 1_000, 2_500],
  violations: ['a name leaked'],
  invariants: 10,
  durationMs: 60_000,
};
