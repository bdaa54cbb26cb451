import { createStore } from '../../lib/store.ts';
import type { Values } from './edits.ts';

export type CopiedTexts = Values & { readonly fileName: string };

/** The texts of one photo, for others; of this tab, until it is closed. */
export const copiedTexts = createStore<CopiedTexts | null>(null);
