import type { OpenBlock, StageProgress } from '@proofline/domain/overview.ts';
import { blockedLine, remedyLine } from './blocked-stage.ts';
import type { Terminal } from './terminal.ts';

export type ProgressDisplay = {
  readonly show: (stages: readonly StageProgress[], blockedBy?: readonly OpenBlock[]) => void;
  /** Leaves the last lines where they are and goes on below. */
  readonly finish: () => void;
};

/** Time over which a rate is taken: short enough to follow, long enough not to jump. */
const RATE_WINDOW_MS = 15_000;
/** Least time between two lines of one stage where lines cannot be drawn over. */
const LINE_INTERVAL_MS = 5_000;
const BAR_COLUMNS = 20;

/** Live lines, one per stage: done and total, rate, time left; below them what is blocked and why. Drawn in place on a terminal, line by line into a pipe. */
export function openProgress(terminal: Terminal, nowMs: () => number = () => performance.now()): ProgressDisplay {
  const rates = new Map<string, Rate>();
  const measured = (stages: readonly StageProgress[]) =>
    stages.filter(({ total }) => total > 0).map((stage) => measure(rates, stage, nowMs()));
  return terminal.isInteractive ? drawInPlace(terminal, measured) : printLines(terminal, measured, nowMs);
}

/** The same stages of several sets as one. */
export function totalProgress(
  sets: readonly { readonly stages: readonly StageProgress[] }[],
): readonly StageProgress[] {
  const totals = new Map<string, StageProgress>();
  for (const { stage, done, total } of sets.flatMap(({ stages }) => stages)) {
    const before = totals.get(stage) ?? { done: 0, total: 0 };
    totals.set(stage, { stage, done: before.done + done, total: before.total + total });
  }
  return [...totals.values()];
}

type Rate = { samples: { readonly atMs: number; readonly done: number }[] };
type Measured = StageProgress & { readonly perSecond: number; readonly secondsLeft: number | null };
type Measure = (stages: readonly StageProgress[]) => readonly Measured[];

function measure(rates: Map<string, Rate>, stage: StageProgress, atMs: number): Measured {
  const rate = rates.get(stage.stage) ?? { samples: [] };
  rates.set(stage.stage, rate);
  rate.samples = [...rate.samples.filter((sample) => atMs - sample.atMs <= RATE_WINDOW_MS), { atMs, done: stage.done }];
  const [first] = rate.samples;
  const seconds = (atMs - first!.atMs) / 1000;
  const perSecond = seconds > 0 ? Math.max(0, stage.done - first!.done) / seconds : 0;
  return { ...stage, perSecond, secondsLeft: perSecond > 0 ? (stage.total - stage.done) / perSecond : null };
}

function drawInPlace(terminal: Terminal, measured: Measure): ProgressDisplay {
  let drawn = 0;
  return {
    show(stages, blockedBy = []) {
      const lines = [
        ...measured(stages).map((stage) => bar(stage, terminal)),
        ...blockedBy.flatMap((block) => blocked(block, terminal)),
      ];
      // One write: back up over the last picture, each line ended by "erase to the end", what is left over erased.
      const back = drawn === 0 ? '' : `\u001B[${drawn}A\r`;
      terminal.write(`${back}${lines.map((line) => `${line}\u001B[K\n`).join('')}\u001B[J`);
      drawn = lines.length;
    },
    finish() {
      drawn = 0;
    },
  };
}

function printLines(terminal: Terminal, measured: Measure, nowMs: () => number): ProgressDisplay {
  const printed = new Map<string, { readonly done: number; readonly total: number; readonly atMs: number }>();
  const halted = new Map<string, OpenBlock>();
  return {
    show(stages, blockedBy = []) {
      for (const block of blockedBy.filter(({ stage, condition }) => halted.get(stage)?.condition !== condition)) {
        halted.set(block.stage, block);
        terminal.print(blockedLine(block));
        terminal.print(remedyLine(block));
      }
      for (const stage of [...halted.keys()].filter((name) => !blockedBy.some((block) => block.stage === name))) {
        halted.delete(stage);
        terminal.print(`${stage} goes on`);
      }
      for (const stage of measured(stages)) {
        const last = printed.get(stage.stage);
        const changed = last?.done !== stage.done || last.total !== stage.total;
        const isDue = stage.done === stage.total || last === undefined || nowMs() - last.atMs >= LINE_INTERVAL_MS;
        if (!changed || !isDue) continue;
        printed.set(stage.stage, { done: stage.done, total: stage.total, atMs: nowMs() });
        terminal.print([`${stage.stage} ${stage.done}/${stage.total}`, ...pace(stage)].join(', '));
      }
    },
    finish() {},
  };
}

function bar(stage: Measured, terminal: Terminal): string {
  const filled = Math.floor((stage.done / stage.total) * BAR_COLUMNS);
  const count = `${stage.done}/${stage.total}`;
  const plain = `${stage.stage.padEnd(19)} ${'━'.repeat(filled)}${'─'.repeat(BAR_COLUMNS - filled)} ${count.padStart(11)}  ${pace(stage).join('  ')}`;
  const line = plain.trimEnd().slice(0, terminal.columns - 1);
  return stage.done === stage.total ? terminal.style('green', line) : line;
}

function blocked(block: OpenBlock, terminal: Terminal): string[] {
  return [blockedLine(block), remedyLine(block)].map((line) =>
    terminal.style('red', line.slice(0, terminal.columns - 1)),
  );
}

function pace({ done, total, perSecond, secondsLeft }: Measured): string[] {
  if (done === total || secondsLeft === null) return [];
  return [`${perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond)}/s`, `${duration(secondsLeft)} left`];
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
