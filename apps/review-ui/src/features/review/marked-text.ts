import type { Finding } from '@proofline/domain/text-gate/finding.ts';

/** A piece of a text, and what is wrong with it; null where nothing is. */
export type Piece = { readonly start: number; readonly text: string; readonly severity: Finding['severity'] | null };

/** The text cut where findings begin and end. What blocks wins over what only warns. */
export function piecesOf(text: string, findings: readonly Finding[]): readonly Piece[] {
  const spans = findings
    .map(({ span, severity }) => ({ start: Math.max(0, span.start), end: Math.min(text.length, span.end), severity }))
    .filter(({ start, end }) => end > start);
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].toSorted(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, index) => {
    const covering = spans.filter((span) => span.start <= start && start < span.end);
    const blocks = covering.some(({ severity }) => severity === 'block');
    const severity = covering.length === 0 ? null : blocks ? 'block' : 'warn';
    return { start, text: text.slice(start, cuts[index + 1]), severity };
  });
}
