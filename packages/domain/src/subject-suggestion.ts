import { z } from 'zod';

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

/** What a suggestion is asked for: the photos that lie in a folder now. */
export const suggestionRequest = z.strictObject({
  sourceFolder: z.string().min(1).max(4096),
  includeSubfolders: z.boolean().default(true),
  captioner: z.exactOptional(z.string().min(1).max(50)),
});
export type SuggestionRequest = z.infer<typeof suggestionRequest>;

export type SubjectSuggester = {
  /**
   * Looks at a few photos of the folder. A second request for the same folder joins the one that runs. Throws `DomainError('conflict')` when
   * the folder was changed meanwhile: what was read from other photos is dropped. Null when it is not done after `patienceMs`; the same
   * request later picks the result up.
   */
  suggest(request: SuggestionRequest, patienceMs: number): Promise<SubjectSuggestion | null>;
};
