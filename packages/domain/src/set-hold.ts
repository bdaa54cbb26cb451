import type { StageName } from './stage-name.ts';

/**
 * A person's word that nothing of a set is begun until somebody lets it go on. What is under way finishes its stage; review is open, and whatever
 * takes back goes on.
 */
export type SetHold = { readonly at: string; readonly by: string; readonly reason: string };

/** Stages that a hold does not stop: they take back what was made, or tidy up behind what is done. */
export const stagesDespiteHold: readonly StageName[] = ['release-workspace', 'roll-back', 'withdraw-photo'];
