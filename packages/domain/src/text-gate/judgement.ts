import type { Dossier } from '../dossier.ts';
import type { Finding, GateText } from './finding.ts';
import type { SimilarTexts } from './gate-context.ts';
import type { Judgement } from './gate-record.ts';

/**
 * Judges what would be published of one photo. Pure but for the texts that it is compared with. `burstMates`: what the other frames of its burst
 * say. All of it comes from the caller, which may still be opening the stores that hold it.
 */
export type JudgeText = (
  dossier: Dossier,
  text: GateText,
  similarTexts: SimilarTexts,
  burstMates: readonly GateText[],
) => Judgement;

/** A rule that a person set aside for one revision, and why. */
export type Override = { readonly rule: string; readonly note: string };

/** Blocking findings that no override covers. */
export function standingAgainst(
  findings: readonly Finding[],
  overrides: readonly Pick<Override, 'rule'>[],
): readonly Finding[] {
  const overridden = new Set(overrides.map(({ rule }) => rule));
  return findings.filter(({ rule, severity }) => severity === 'block' && !overridden.has(rule));
}
