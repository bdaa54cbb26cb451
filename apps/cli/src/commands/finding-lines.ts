import type { ReviewView } from '@proofline/domain/review.ts';
import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import type { TextDraft } from '@proofline/domain/text-draft.ts';
import { printable, type Terminal } from '../terminal.ts';

const labels = { caption: 'Caption', altText: 'Alt text', keywords: 'Keywords' } as const;
/** Letters shown before and behind what is marked. */
const AROUND = 30;

/** What the gate found in a draft that is nobody's text yet, the blocking first. */
export function draftFindingLines({ gate }: TextDraft, terminal: Terminal): readonly string[] {
  return blockingFirst(gate?.findings ?? []).map(({ rule, field, severity, reason }) => {
    const [colour, word] = severity === 'block' ? (['red', 'blocks'] as const) : (['yellow', 'warns'] as const);
    return terminal.style(colour, `  ${word}  ${labels[field]}: ${printable(reason)} (rule ${rule})`);
  });
}

/** What the gate found, the blocking first: where, why, under which rule, and whether a person set it aside. */
export function findingLines({ judgement, overrides, published }: ReviewView, terminal: Terminal): readonly string[] {
  const overridden = new Map(overrides.map(({ rule, note, overriddenBy }) => [rule, `${overriddenBy}: ${note}`]));
  return blockingFirst(judgement.findings).flatMap((finding) => {
    const { rule, field, severity, reason } = finding;
    const aside = overridden.get(rule);
    const colour = severity === 'block' && aside === undefined ? 'red' : 'yellow';
    const word = aside === undefined ? (severity === 'block' ? 'blocks' : 'warns') : 'overridden';
    return [
      terminal.style(colour, `  ${word}  ${labels[field]}: ${printable(reason)} (rule ${rule})`),
      `          ${marked(finding, published)}`,
      ...(aside === undefined ? [] : [`          set aside by ${printable(aside)}`]),
    ];
  });
}

function blockingFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => Number(a.severity === 'warn') - Number(b.severity === 'warn'));
}

/** The words that are meant, in their sentence: between brackets, so that they show without colours too. */
function marked({ field, span }: Finding, published: ReviewView['published']): string {
  if (field === 'keywords') {
    const words = published.keywords.map((keyword, index) =>
      index >= span.start && index < span.end ? `[${keyword}]` : keyword,
    );
    return printable(words.join(', '));
  }
  const text = published[field];
  const from = Math.max(0, span.start - AROUND);
  const to = Math.min(text.length, span.end + AROUND);
  const before = `${from > 0 ? '…' : ''}${text.slice(from, span.start)}`;
  const after = `${text.slice(span.end, to)}${to < text.length ? '…' : ''}`;
  return printable(`${before}[${text.slice(span.start, span.end)}]${after}`);
}
