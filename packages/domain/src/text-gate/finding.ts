/** The text of one photo as a person would approve it. */
export type GateText = { readonly caption: string; readonly altText: string; readonly keywords: readonly string[] };

export type GateField = keyof GateText;

/** What one rule has against a text. JSON-safe: it is stored with the draft and with the judgement of each revision. */
export type Finding = {
  readonly rule: string;
  readonly field: GateField;
  /** `block`: nobody approves the text until it is fixed or a person overrides this rule by name. */
  readonly severity: 'block' | 'warn';
  /** What of the field is meant: UTF-16 offsets of a text, positions in the list of keywords; `field.slice(start, end)` is it. */
  readonly span: { readonly start: number; readonly end: number };
  /** In words for a person. */
  readonly reason: string;
  /** The photo here whose text it is like: what that one says bears on this finding. */
  readonly otherPhotoId?: number;
  /** What may stand there instead without changing what is said; null takes the keyword away. Absent where only a person can tell. */
  readonly repair?: { readonly replacement: string | null };
};

/** A repair that was carried out, with the words before and after it. */
export type Repair = {
  readonly rule: string;
  readonly field: GateField;
  readonly before: string;
  readonly after: string;
};

/** The text with the finding's repair in it. */
export function repaired(text: GateText, { field, span, repair }: Finding): GateText {
  if (repair === undefined) return text;
  const { replacement } = repair;
  if (field === 'keywords') {
    const taken = replacement === null ? [] : [replacement];
    return { ...text, keywords: text.keywords.toSpliced(span.start, span.end - span.start, ...taken) };
  }
  const prose = text[field];
  return { ...text, [field]: prose.slice(0, span.start) + (replacement ?? '') + prose.slice(span.end) };
}
