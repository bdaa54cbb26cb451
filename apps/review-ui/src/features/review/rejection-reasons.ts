import { createStore } from '../../lib/store.ts';

/** Why photos were rejected while this page looked on, by photo: of what was rejected before, the server tells it photo by photo. */
export const rejectionReasons = createStore<ReadonlyMap<number, string>>(new Map());

export function noteReason(photoIds: readonly number[], reason: string): void {
  rejectionReasons.set((all) => new Map([...all, ...photoIds.map((photoId) => [photoId, reason] as const)]));
}
