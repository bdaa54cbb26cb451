import type { StageName } from './stage-name.ts';

/**
 * A person's word that nothing of a set is begun until somebody lets it go on. What is under way finishes its stage; review is open, and whatever
 * takes back goes on.
 */
export type SetHold = { readonly at: string; readonly by: string; readonly reason: string };

/** As the reason why something of the set waits. */
export function holdInWords(setId: number, { by, reason }: Pick<SetHold, 'by' | 'reason'>): string {
  return `its set ${setId} is held by ${by}: ${reason}`;
}

/** Stages that a hold does not stop: they take back what was made, or tidy up behind what is done. */
export const stagesDespiteHold: readonly StageName[] = ['release-workspace', 'roll-back', 'withdraw-photo'];
