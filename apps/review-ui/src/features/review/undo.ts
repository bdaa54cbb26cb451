import type { ReviewEdit } from '@proofline/domain/review.ts';
import { createStore } from '../../lib/store.ts';

/** What a person did, with what it takes to undo it and to do it again. `several` is one step: what was done to a selection. */
export type Act =
  | { readonly kind: 'approval' | 'taking-back'; readonly photoId: number }
  | { readonly kind: 'rejection'; readonly photoId: number; readonly reason: string }
  | { readonly kind: 'edit'; readonly photoId: number; readonly before: ReviewEdit; readonly after: ReviewEdit }
  | { readonly kind: 'several'; readonly photoId: number; readonly acts: readonly Act[] };

const MOST_ACTS = 200;
const KEY = 'proofline.acts';

/** Newest last; kept over a reload of the tab. */
export const acts = createStore<readonly Act[]>(JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as readonly Act[]);
acts.subscribe(() => sessionStorage.setItem(KEY, JSON.stringify(acts.get())));

/** What was undone and can be done again, newest last; a new act ends it. */
const undone = createStore<readonly Act[]>([]);

export function remember(act: Act): void {
  undone.set(() => []);
  put(act);
}

/** Several acts that are undone together; of one act, that act. */
export function rememberTogether(done: readonly Act[]): void {
  const [first] = done;
  if (first === undefined) return;
  remember(done.length === 1 ? first : { kind: 'several', photoId: first.photoId, acts: done });
}

/** For an act that came to nothing. */
export function forget(act: Act): void {
  acts.set((all) => all.filter((other) => other !== act));
}

export function takeLast(): Act | undefined {
  const last = acts.get().at(-1);
  if (last !== undefined) acts.set((all) => all.slice(0, -1));
  return last;
}

export function putAside(act: Act): void {
  undone.set((all) => [...all, act]);
}

export function takeUndone(): Act | undefined {
  const last = undone.get().at(-1);
  if (last !== undefined) undone.set((all) => all.slice(0, -1));
  return last;
}

/** Puts an act that was done again back where it was. */
export function put(act: Act): void {
  acts.set((all) => [...all.slice(1 - MOST_ACTS), act]);
}
