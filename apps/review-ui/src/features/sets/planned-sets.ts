import type { QueryClient } from '@tanstack/react-query';
import { problemsOf } from '../../lib/problem.ts';
import { createStore } from '../../lib/store.ts';
import { sendSet, type NewSet } from './queries.ts';

/** A set that was put together and not started. It lives in this browser only; nothing of it is known to the server. */
export type PlannedSet = NewSet & {
  readonly key: string;
  /** Why it was not taken when it was started; empty before. */
  readonly problems: readonly string[];
};

const KEY = 'proofline.planned-sets';

export const plannedSets = createStore<readonly PlannedSet[]>(
  JSON.parse(localStorage.getItem(KEY) ?? '[]') as readonly PlannedSet[],
);
plannedSets.subscribe(() => localStorage.setItem(KEY, JSON.stringify(plannedSets.get())));

export function plan(set: NewSet): void {
  plannedSets.set((all) => [...all, { ...set, key: crypto.randomUUID(), problems: [] }]);
}

export function drop(key: string): void {
  plannedSets.set((all) => all.filter((set) => set.key !== key));
}

/** Puts a set that was dropped back where it was. */
export function putBack(set: PlannedSet, at: number): void {
  plannedSets.set((all) => all.toSpliced(at, 0, set));
}

export function replace(key: string, set: NewSet): void {
  plannedSets.set((all) => all.map((other) => (other.key === key ? { ...set, key, problems: [] } : other)));
}

export function move(key: string, places: 1 | -1): void {
  plannedSets.set((all) => {
    const at = all.findIndex((set) => set.key === key);
    const to = at + places;
    if (at < 0 || to < 0 || to >= all.length) return all;
    return all.toSpliced(at, 1).toSpliced(to, 0, all[at]!);
  });
}

/** One after the other, in order, so that numbers are given in that order. What is refused stays, with why. Resolves with how many were taken. */
export async function startAll(client: QueryClient): Promise<number> {
  let started = 0;
  for (const { key, problems: _problems, ...set } of plannedSets.get()) {
    try {
      await sendSet(set);
      started += 1;
      drop(key);
    } catch (error) {
      const problems = problemsOf(error);
      plannedSets.set((all) => all.map((other) => (other.key === key ? { ...other, problems } : other)));
    }
  }
  await client.invalidateQueries({ queryKey: ['overview'] });
  return started;
}
