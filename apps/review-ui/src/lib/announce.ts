import { createStore } from './store.ts';

/** What a screen reader says next, without moving the focus. Each text replaces the one before, so that a held key does not queue up speech. */
export const announcement = createStore('');

export function announce(text: string): void {
  announcement.set(() => text);
}
