const KEY = 'proofline.review.decided';
type Decided = 'approved' | 'rejected';

const decided = new Map(JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as readonly (readonly [number, Decided])[]);
// Not at each decision, which would cost more the longer the list is.
window.addEventListener('pagehide', () => sessionStorage.setItem(KEY, JSON.stringify([...decided])));

/** Keeps over reloads what was decided in this window: a photo that was rejected or published is in no list of the server any more. */
export function noteDecided(photoIds: readonly number[], status: Decided | 'pending'): void {
  for (const photoId of photoIds) {
    if (status === 'pending') decided.delete(photoId);
    else decided.set(photoId, status);
  }
}

export const decidedHere: ReadonlyMap<number, Decided> = decided;
