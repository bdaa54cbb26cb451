/** What a captioner takes a set of photos to show. A proposal: nothing follows from it until a person uses it. */
export type SubjectSuggestion = {
  /** In title case, at most 60 characters, no place and no gear. */
  readonly subject: string;
  /** The captioner's own figure, 0 to 1; models overrate themselves. */
  readonly confidence: number;
  /** What the subject was read from, in words. */
  readonly detail: string;
  readonly captioner: string;
  readonly model: string | null;
};
