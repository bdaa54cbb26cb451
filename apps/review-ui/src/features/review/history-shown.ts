import { createStore } from '../../lib/store.ts';

/** Whether the history of the fields is shown; it stays so from photo to photo. */
export const historyShown = createStore(false);

export const toggleHistory = () => historyShown.set((isShown) => !isShown);
