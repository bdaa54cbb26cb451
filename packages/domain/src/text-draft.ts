/** One drafted text for one photo, with how it came about. A draft is never published as such: a person approves it. */
export type TextDraft = {
  readonly captioner: string;
  /** Null where no model was involved. */
  readonly model: string | null;
  readonly modelDigest: string | null;
  /** Hash of template, parameters and rules that made the request. */
  readonly promptVersion: string;
  readonly caption: string;
  readonly altText: string;
  readonly keywords: readonly string[];
  /** Our trust in the draft. */
  readonly confidence: 'low' | 'medium' | 'high';
  readonly latencyMs: number;
};
