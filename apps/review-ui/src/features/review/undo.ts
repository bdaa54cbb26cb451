import type { ReviewEdit } from '@proofline/domain/review.ts';
import { createStore } from '../../lib/store.ts';

/** What a person did, with what it takes to undo it. */
export type Act =
  | { readonly kind: 'approval' | 'rejection' | 'taking-back'; readonly photoId: number }
  | { readonly kind: 'edit'; readonly photoId: number; readonly before: ReviewEdit };

const MOST_ACTS = 200;
const KEY = 'proofline.acts';

/** Newest last; kept over a reload of the tab. */
export const acts = createStore<readonly Act[]>(JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as readonly Act[]);
acts.subscribe(() => sessionStorage.setItem(KEY, JSON.stringify(acts.get())));

export function remember(act: Act): void {
  acts.set((all) => [...all.slice(1 - MOST_ACTS), act]);
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
