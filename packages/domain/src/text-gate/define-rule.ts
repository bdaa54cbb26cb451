import type { Finding, GateField, GateText } from './finding.ts';
import type { GateContext } from './gate-context.ts';

/** One thing that a text must not do. Pure: the same text and context give the same findings. */
export type GateRule = {
  /** Stable: overrides and statistics are kept under it. */
  readonly id: string;
  check(text: GateText, context: GateContext): readonly Finding[];
};

export type ProseField = Exclude<GateField, 'keywords'>;

/** A finding without what its rule already knows. */
export type Hit = Pick<Finding, 'span' | 'reason'> & Partial<Pick<Finding, 'severity' | 'repair' | 'otherPhotoId'>>;

type ProseRule = {
  readonly id: string;
  /** Of hits that do not name one. */
  readonly severity: Finding['severity'];
  readonly fields?: readonly ProseField[];
  check(text: string, context: GateContext, field: ProseField): readonly Hit[];
};

/** A rule that looks at caption and alt text each by itself. */
export function proseRule({ id, severity, fields = ['caption', 'altText'], check }: ProseRule): GateRule {
  return {
    id,
    check: (text, context) =>
      fields.flatMap((field) =>
        check(text[field], context, field).map((hit) => ({ rule: id, field, severity, ...hit })),
      ),
  };
}

type KeywordRule = {
  readonly id: string;
  readonly severity: Finding['severity'];
  check(keywords: readonly string[], context: GateContext): readonly Hit[];
};

export function keywordRule({ id, severity, check }: KeywordRule): GateRule {
  return {
    id,
    check: ({ keywords }, context) =>
      check(keywords, context).map((hit) => ({ rule: id, field: 'keywords' as const, severity, ...hit })),
  };
}

/** Every place where the pattern stands. */
export function hitsOf(text: string, pattern: RegExp, reason: (found: string) => string): readonly Hit[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    reason: reason(match[0]),
  }));
}

/** Takes the beginning of a sentence away and gives the next word its capital. */
export function withoutBeginning(text: string, length: number): Pick<Hit, 'span' | 'repair'> {
  const next = text.slice(length, length + 1);
  return { span: { start: 0, end: length + next.length }, repair: { replacement: next.toUpperCase() } };
}

export const whole = (field: { readonly length: number }) => ({ start: 0, end: field.length });
export const keywordAt = (index: number) => ({ start: index, end: index + 1 });
