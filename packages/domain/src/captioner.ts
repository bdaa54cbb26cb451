import type { captionerConditions } from './blocking.ts';
import type { KnownPlace } from './gazetteer.ts';
import type { PhotoFields } from './photo-metadata.ts';
import type { SubjectSuggestion } from './subject-suggestion.ts';
import type { TextDraft } from './text-draft.ts';

/** What a captioner may use. It must not invent places, species or names that are not here. What is not known is absent. */
export type CaptionContext = {
  readonly subject: string;
  readonly location: string;
  /** Display name of the category, e.g. `Nature Landscape Photography`. */
  readonly folderDisplayName: string;
  readonly fields: PhotoFields;
  /** Place of this photo in the set, from 1. How many there are is kept from captioners: it falls while photos are refused. */
  readonly numberInSet: number;
  /** Height of the sun at the moment and place of the photo, in degrees above the horizon, -90 to 90. */
  readonly sunAltitudeDegrees?: number;
  /** What lies around the photo's position, nearest first. */
  readonly places?: readonly KnownPlace[];
  /** The only names of places that the text may use. */
  readonly allowedPlaceNames?: readonly string[];
  /** Keywords that the catalogue already uses for this subject or place, most used first. */
  readonly usualKeywords?: readonly string[];
  /** What a person asks to mind in this draft. */
  readonly hint?: string;
};

/** Drafts text for one photo. Adapters share one conformance suite. */
export type Captioner = {
  /** Stable id stored with each draft, e.g. `template`. */
  readonly id: string;
  /**
   * Changes whenever the same photo and context may get another draft: prompt, parameters, model. Asks for the model's digest where there is
   * one; while the captioner is down, the last digest that was seen counts.
   */
  version(signal: AbortSignal): Promise<string>;
  /**
   * Empty when drafts can be made now; otherwise each problem in words for the operator. Thorough at the first call, after a failure, and when the model
   * changed; cheap otherwise.
   */
  problems(signal: AbortSignal): Promise<readonly CaptionerProblem[]>;
  /**
   * `modelInputPath` is the absolute path of a JPEG of at most 1024 px. Honours `signal` within a second. Throws `NoUsableDraft` when the model answers
   * and nothing can be made of it, `Blocked` when no photo is at fault, `RefusedPhoto` when this one is.
   */
  draft(modelInputPath: string, context: CaptionContext, signal: AbortSignal): Promise<TextDraft>;
  /** What the photos show together, from JPEGs as above. Absent where the captioner does not look at pixels. Throws as `draft`. */
  suggestSubject?(modelInputPaths: readonly string[], signal: AbortSignal): Promise<SubjectSuggestion>;
  /** What the last call of `problems` found out beside problems; null before. Absent where there is no model. */
  report?(): CaptionerReport | null;
};

/** Why no draft can be made now, of any photo. */
export type CaptionerProblem = {
  readonly condition: (typeof captionerConditions)[number];
  readonly reason: string;
};

/** What answers for a captioner. */
export type CaptionerReport = {
  readonly server: string;
  readonly model: string;
  readonly modelDigest: string | null;
  /** Share of the model that lies in the memory of the GPU, 0 to 1; null where it is not told. */
  readonly gpuShare: number | null;
  /** How it is made to answer in JSON, and whether the operator has set that; null where there is one way only. */
  readonly answerForm: { readonly name: string; readonly isSet: boolean } | null;
  /** What does not stop drafts and may make them worse, in words. */
  readonly warnings: readonly string[];
};

/** The model answered, again and again, and nothing can be made of it: an empty, looping, cut-off or unreadable reply. */
export class NoUsableDraft extends Error {
  override readonly name = 'NoUsableDraft';
}
