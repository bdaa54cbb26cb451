import { createStore } from '../../lib/store.ts';

const KEY = 'proofline.second-look';

/** Photos that the person wants to come back to before the end; of this tab. */
export const secondLook = createStore<ReadonlySet<number>>(
  new Set(JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as readonly number[]),
);
secondLook.subscribe(() => sessionStorage.setItem(KEY, JSON.stringify([...secondLook.get()])));

/** Whether it is marked now. */
export function toggleSecondLook(photoId: number): boolean {
  const isMarked = !secondLook.get().has(photoId);
  secondLook.set((all) => {
    const next = new Set(all);
    if (isMarked) next.add(photoId);
    else next.delete(photoId);
    return next;
  });
  return isMarked;
}
