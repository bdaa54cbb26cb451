import { useState } from 'react';
import { announce } from '../../lib/announce.ts';
import type { SessionItem } from './session.ts';
import { tallyOf, type Mark } from './tally.ts';

export type Step = 1 | -1;

/** Where one is in the session, and every way to be elsewhere. The position behind the last photo is the summary. */
export type PlaceInSession = {
  readonly position: number;
  /** The way one went last. */
  readonly direction: Step;
  go(to: number): void;
  /** The next photo without a decision, round the end of the list. */
  toPending(step: Step, from?: number): void;
  /** The next group that one is not in, at its best frame. */
  toGroup(step: Step): void;
};

type Session = {
  readonly items: readonly SessionItem[];
  readonly marks: readonly Mark[];
  readonly first: number;
  /** Called before the photo is left. */
  readonly onLeave: (item: SessionItem) => void;
};

export function usePlace({ items, marks, first, onLeave }: Session): PlaceInSession {
  const [{ position, direction }, setPlace] = useState<{ position: number; direction: Step }>(() => ({
    position: Math.min(first, items.length),
    direction: 1,
  }));
  const current = items[position];
  function go(to: number): void {
    const next = Math.max(0, Math.min(items.length, to));
    if (current !== undefined) onLeave(current);
    setPlace({ position: next, direction: next < position ? -1 : 1 });
    announce(inWords(next, items, marks));
  }
  return {
    position,
    direction,
    go,
    toPending(step, from = position) {
      const found = around(items.length, from, step, (index) => marks[index] === 'pending');
      if (found === undefined) announce('Nothing is undecided');
      else go(found);
    },
    toGroup(step) {
      const here = current?.group?.groupId;
      const found = around(items.length, position, step, (index) => {
        const group = items[index]?.group;
        return group != null && group.groupId !== here;
      });
      if (found === undefined) announce('There is no other burst in this list');
      else go(bestOf(items, items[found]!.group!.groupId));
    },
  };
}

/** The frames of the session that belong together, the best first, as positions. */
export function framesOf(items: readonly SessionItem[], groupId: number): readonly number[] {
  return items
    .flatMap(({ group }, index) => (group?.groupId === groupId ? [{ index, rank: group.rank ?? 0 }] : []))
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ index }) => index);
}

function bestOf(items: readonly SessionItem[], groupId: number): number {
  return framesOf(items, groupId)[0]!;
}

/** The nearest position that fits, from here on and then from the other end; undefined when none does. */
function around(length: number, from: number, step: Step, fits: (index: number) => boolean): number | undefined {
  for (let steps = 1; steps <= length; steps += 1) {
    const index = (((from + step * steps) % length) + length) % length;
    if (fits(index)) return index;
  }
  return undefined;
}

function inWords(position: number, items: readonly SessionItem[], marks: readonly Mark[]): string {
  const item = items[position];
  if (item !== undefined) return `Photo ${position + 1} of ${items.length}, ${item.fileName}, ${marks[position]}`;
  const { approved, rejected, pending } = tallyOf(marks);
  return `End of the list. ${approved} approved, ${rejected} rejected, ${pending} undecided`;
}
