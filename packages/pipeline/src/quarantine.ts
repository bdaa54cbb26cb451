import { wayOf, type Death } from '@proofline/domain/suspicion.ts';
import type { AttemptError, Completion } from '@proofline/domain/work-ledger.ts';
import type { ReadyStage } from './plan.ts';

/**
 * The end of a photo that processes die over: set aside under its evidence. Where a stage has another place to rest, because something is on the
 * site already, it rests there.
 */
export function quarantine(stage: ReadyStage, deaths: readonly Death[], error: AttemptError | null): Completion {
  const ways = [...new Set(deaths.map(wayOf))].join('; ');
  const what = `processes died ${deaths.length} times over this photo at ${stage.name} (${ways})`;
  if (stage.whenGivenUp !== undefined) {
    return { kind: 'skipped', reason: `given up: ${what}`, next: { kind: 'rest', state: stage.whenGivenUp } };
  }
  const reason = `${what}; it was set aside and its original was not changed; look at the file, then add it again for another try`;
  return { kind: 'quarantined', refusal: { code: 'quarantined', reason }, deaths, error };
}
