import { createStore } from '../../lib/store.ts';

/** Writes of this page that the server has not answered yet. */
const underWay = new Set<Promise<unknown>>();

/** How often this page did something to photos that it could undo. */
export const acted = createStore(0);

export const noteAct = () => acted.set((times) => times + 1);

export function written<Result>(work: Promise<Result>): Promise<Result> {
  const end = () => underWay.delete(work);
  underWay.add(work);
  work.then(end, end);
  return work;
}

/** What is undone is what the server has: whoever undoes waits until it has everything. */
export async function allWritten(): Promise<void> {
  while (underWay.size > 0) await Promise.allSettled(underWay);
}
