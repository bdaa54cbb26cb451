import type { DraftLogprobs, TextDraft } from '../text-draft.ts';
import type { Finding, GateField } from './finding.ts';
import type { TextConfidence } from './gate-record.ts';

/** What is known of how the text came about. Nothing, where a person wrote it. */
export type DraftSignals = {
  /** What the captioner thinks of its own draft: one that saw no pixels is never trusted much. */
  readonly captionerTrust?: TextDraft['confidence'];
  readonly logprobs?: DraftLogprobs;
  /** Share of what this text claims that the other frames of its burst claim too. */
  readonly burstAgreement?: number;
};

/** A blocking finding alone makes a text doubtful; warnings add up to that. Unknown words are news, not faults. */
const weights = { block: 0.5, warn: 0.12 } as const;
const weightless: ReadonlySet<string> = new Set(['keyword-new-term', 'untidy-spacing']);
/** With one of these there is nothing that could be trusted. */
const hopeless: ReadonlySet<string> = new Set(['empty-text']);
/** What is blocked needs a person before what is merely not trusted much. */
const BLOCKED = 0.5;
const trust = { low: 0.4, medium: 0.75, high: 1 } as const;

export function confidenceOf(
  findings: readonly Finding[],
  signalsOf: (field: GateField) => DraftSignals,
): TextConfidence {
  const of = (field: GateField) =>
    fieldConfidence(
      findings.filter((finding) => finding.field === field),
      field,
      signalsOf(field),
    );
  const fields = { caption: of('caption'), altText: of('altText'), keywords: of('keywords') };
  const isBlocked = findings.some(({ severity }) => severity === 'block');
  return { ...fields, overall: rounded(Math.min(...Object.values(fields)) * (isBlocked ? BLOCKED : 1)) };
}

/** The three words that people read. */
export function confidenceLevel(confidence: number): TextDraft['confidence'] {
  if (confidence < 0.5) return 'low';
  return confidence < 0.8 ? 'medium' : 'high';
}

function fieldConfidence(findings: readonly Finding[], field: GateField, signals: DraftSignals): number {
  if (findings.some(({ rule, severity }) => severity === 'block' && hopeless.has(rule))) return 0;
  // One rule counts once, by its worst: a place named three times is one mistake.
  const worst = new Map<string, number>();
  for (const { rule, severity } of findings) {
    if (!weightless.has(rule)) worst.set(rule, Math.max(worst.get(rule) ?? 0, weights[severity]));
  }
  const left = Math.max(0.02, 1 - [...worst.values()].reduce((sum, weight) => sum + weight, 0));
  const agreement = 0.7 + 0.3 * (signals.burstAgreement ?? 1);
  return rounded(left * trust[signals.captionerTrust ?? 'high'] * fluency(signals.logprobs?.[field]) * agreement);
}

/**
 * The geometric mean of the token probabilities, softened: a model is sure of wrong things too, so this never takes more than half. One token that was
 * nearly a coin among twenty takes a little more: names are wrong in one token.
 */
function fluency(logprobs: readonly number[] | undefined): number {
  if (logprobs === undefined || logprobs.length === 0) return 1;
  const mean = logprobs.reduce((sum, one) => sum + one, 0) / logprobs.length;
  const leastLikely = Math.exp(Math.min(...logprobs));
  return (0.5 + 0.5 * Math.exp(mean)) * (leastLikely < 0.05 ? 0.9 : 1);
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
