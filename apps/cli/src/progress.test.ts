import type { OpenBlock, StageProgress } from '@proofline/domain/overview.ts';
import { expect, test } from 'vitest';
import { openProgress, totalProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

const stage = (done: number, total = 40, name: StageProgress['stage'] = 'render-photo'): StageProgress => ({
  stage: name,
  done,
  total,
});

function screen(isInteractive: boolean, columns = 80) {
  const lines: string[] = [];
  const writes: string[] = [];
  const clock = { nowMs: 0 };
  const terminal: Terminal = {
    columns,
    isInteractive,
    print: (line = '') => void lines.push(line),
    printJson: () => {},
    warn: () => {},
    ask: () => {},
    write: (text) => void writes.push(text),
    style: (_style, text) => text,
  };
  return { lines, writes, clock, progress: openProgress(terminal, () => clock.nowMs) };
}

test('a pipe gets a line per stage, not more often than every few seconds, and always the last one', () => {
  const { lines, clock, progress } = screen(false);
  for (const [nowMs, done] of [
    [0, 0],
    [1000, 4],
    [4999, 8],
    [5000, 10],
    [6000, 40],
    [7000, 40],
  ] as const) {
    clock.nowMs = nowMs;
    progress.show([stage(done)]);
  }
  expect(lines).toEqual(['render-photo 0/40', 'render-photo 10/40, 2.0/s, 15 s left', 'render-photo 40/40']);
});

test('a stage that nobody needs is not shown', () => {
  const { lines, progress } = screen(false);
  progress.show([stage(0, 0)]);
  expect(lines).toEqual([]);
});

test('a terminal is drawn over in one write, without being cleared first', () => {
  const { writes, progress } = screen(true);
  progress.show([stage(1), stage(0, 40, 'draft-text')]);
  progress.show([stage(2), stage(1, 40, 'draft-text')]);
  expect(writes).toHaveLength(2);
  expect(writes[0]).not.toContain('\u001B[2A');
  expect(writes[1]!.split('\u001B')).toEqual([
    '',
    expect.stringMatching(/^\[2A\rrender-photo .* 2\/40$/),
    expect.stringMatching(/^\[K\ndraft-text .* 1\/40$/),
    '[K\n',
    '[J',
  ]);
});

test('what follows the end is not drawn over', () => {
  const { writes, progress } = screen(true);
  progress.show([stage(40)]);
  progress.finish();
  progress.show([stage(1)]);
  expect(writes[1]!.startsWith('render-photo')).toBe(true);
});

test.each([
  [120, '1/1000000  1.0/s  277 h 46 min left'],
  [80, '1/1000000  1.0/s  277 h 46 min left'],
  [40, 'render-photo'],
])('a line fits into %i columns', (columns, text) => {
  const { writes, clock, progress } = screen(true, columns);
  progress.show([stage(0, 1_000_000)]);
  clock.nowMs = 1000;
  progress.show([stage(1, 1_000_000)]);
  const line = writes[1]!.split('\r')[1]!.split('\u001B')[0]!;
  expect(line.length).toBeLessThan(columns);
  expect(line).toContain(text);
});

test('the rate follows the last seconds and forgets the beginning', () => {
  const { lines, clock, progress } = screen(false);
  for (const [nowMs, done] of [
    [0, 0],
    [10_000, 10],
    [20_000, 30],
    [30_000, 30],
    [40_000, 31],
  ] as const) {
    clock.nowMs = nowMs;
    progress.show([stage(done)]);
  }
  expect(lines.map((line) => line.split(', ')[1])).toEqual([undefined, '1.0/s', '2.0/s', '0.1/s']);
});

test('stages of several sets are added up', () => {
  const sets = [{ stages: [stage(1, 2), stage(2, 2, 'draft-text')] }, { stages: [stage(3, 4)] }];
  expect(totalProgress(sets)).toEqual([stage(4, 6), stage(2, 2, 'draft-text')]);
});

const block: OpenBlock = {
  stage: 'draft-text',
  captioner: null,
  condition: 'captioner-unavailable',
  reason: 'nobody answers at 127.0.0.1:11434',
  blockedAt: '2026-05-04T09:00:00.000Z',
  probes: 3,
  nextProbeAt: '2026-05-04T09:00:08.000Z',
  remedy: 'start the captioner',
};

test('a pipe is told once that a stage waits, why and what to do, and once that it goes on', () => {
  const { lines, progress } = screen(false);
  for (const blockedBy of [[], [block], [{ ...block, probes: 4 }], [], []]) progress.show([], blockedBy);
  expect(lines).toEqual([
    expect.stringMatching(/^draft-text waits since .*, captioner-unavailable: nobody answers at 127\.0\.0\.1:11434$/),
    'what to do: start the captioner; it goes on by itself, and no photo is lost or given up for it',
    'draft-text goes on',
  ]);
});

test('a terminal shows what is blocked below the stages, within its columns, and erases it when it goes on', () => {
  const { writes, progress } = screen(true, 60);
  progress.show([stage(1)], [block]);
  progress.show([stage(2)]);
  const drawn = writes[0]!.split('\n').map((line) => line.replace('\u001B[K', ''));
  expect(drawn[1]).toMatch(/^draft-text waits since/);
  expect(drawn[2]).toMatch(/^what to do: start the captioner/);
  expect(Math.max(...drawn.map((line) => line.length))).toBeLessThan(60);
  expect(writes[1]).toContain('\u001B[3A');
  expect(writes[1]).not.toContain('waits');
});
