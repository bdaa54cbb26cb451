import type { OpenBlock } from '@proofline/domain/overview.ts';
import { localTime } from './local-time.ts';
import { printable } from './terminal.ts';

/** A halted stage in one line: what is down, since when and why. */
export function blockedLine({ stage, captioner, condition, blockedAt, reason }: OpenBlock): string {
  const what = captioner === null ? stage : `${stage} by ${printable(captioner)}`;
  return `${what} waits since ${localTime(blockedAt)}, ${condition}: ${printable(reason)}`;
}

/** What the operator can do about it, in one line. */
export function remedyLine({ remedy }: OpenBlock): string {
  return `what to do: ${remedy}; it goes on by itself, and no photo is lost or given up for it`;
}

/** The halted stages of several sets, each once. */
export function blocksOf(sets: readonly { readonly blockedBy: readonly OpenBlock[] }[]): readonly OpenBlock[] {
  return [
    ...new Map(
      sets.flatMap(({ blockedBy }) => blockedBy).map((block) => [`${block.stage} ${block.captioner ?? ''}`, block]),
    ).values(),
  ];
}
