import type { GateRule } from './define-rule.ts';
import { repaired, type Finding, type GateText, type Repair } from './finding.ts';
import type { GateContext } from './gate-context.ts';
import { gateRules } from './rules/index.ts';

/** Raised whenever the same text may be judged otherwise: findings are stored under it. */
export const GATE_VERSION = 6;

/** What the gate has against a text as it stands, as the operator wants it judged. */
export function findingsOf(text: GateText, context: GateContext): readonly Finding[] {
  return gateRules.flatMap((rule) => checkedBy(rule, text, context));
}

export type GatedText = {
  readonly text: GateText;
  readonly repairs: readonly Repair[];
  readonly findings: readonly Finding[];
};

/** Carries out every repair, rule by rule, and judges what comes of it. For drafts only: what a person wrote is theirs to change. */
export function repairAndJudge(drafted: GateText, context: GateContext): GatedText {
  let text = drafted;
  const repairs: Repair[] = [];
  // A repair may lay open what an earlier rule repairs: a label behind a quotation mark. Each round shortens the text or ends it.
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = text;
    const findings: Finding[] = [];
    for (const rule of gateRules) {
      const outcome = repairedBy(rule, text, context, repairs);
      text = outcome.text;
      findings.push(...outcome.findings);
    }
    // Every rule has looked at the text as it stands: they need not be asked again.
    if (text === before) return { text, repairs, findings };
  }
  return { text, repairs, findings: findingsOf(text, context) };
}

/** A rule that the operator gave a severity has that one in every case; one that is off neither finds nor repairs. */
function checkedBy(rule: GateRule, text: GateText, context: GateContext): readonly Finding[] {
  const setting = context.settings.rules[rule.id];
  if (setting === 'off') return [];
  const findings = rule.check(text, context);
  return setting === undefined ? findings : findings.map((finding) => ({ ...finding, severity: setting }));
}

const MOST_ROUNDS = 5;
/** Of one rule in one text: far more than any text has, far less than for ever. */
const MOST_REPAIRS = 200;

/** What is left of the rule's findings when it has nothing to repair any more, and the text that they are of. */
function repairedBy(
  rule: GateRule,
  drafted: GateText,
  context: GateContext,
  repairs: Repair[],
): { readonly text: GateText; readonly findings: readonly Finding[] } {
  let text = drafted;
  for (let count = 0; ; count += 1) {
    const findings = checkedBy(rule, text, context);
    const finding = findings.find(({ repair }) => repair !== undefined);
    if (finding === undefined || count === MOST_REPAIRS) return { text, findings };
    const { field, span, repair } = finding;
    const next = repaired(text, finding);
    const marked = text[field].slice(span.start, span.end);
    const before = typeof marked === 'string' ? marked : marked.join(', ');
    repairs.push({ rule: rule.id, field, before, after: repair?.replacement ?? '' });
    text = next;
  }
}
