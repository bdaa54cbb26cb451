import { expect, test } from 'vitest';
import { reportTable } from './report-table.ts';

test('the table names every kind of fault, how long recoveries took, and every violation', () => {
  const table = reportTable({
    faults: new Map([
      ['kill-at-step', 2],
      ['freeze', 1],
    ]),
    recoveriesMs: [900, 1_000, 2_500],
    violations: ['a name leaked'],
    invariants: 10,
    durationMs: 60_000,
  });
  expect(table.split('\n')).toEqual([
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
