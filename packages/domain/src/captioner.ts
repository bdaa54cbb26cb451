import type { BlockingCondition } from './blocking.ts';
import type { PhotoFields } from './photo-metadata.ts';
import type { TextDraft } from './text-draft.ts';

/** What a captioner may use. It must not invent places, species or names that are not here. */
export type CaptionContext = {
  readonly subject: string;
  readonly location: string;
  /** Display name of the category, e.g. `Nature Landscape Photography`. */
  readonly folderDisplayName: string;
  readonly fields: PhotoFields;
  /** Place of this photo in the set, from 1. How many there are is kept from captioners: it falls while photos are refused. */
  readonly numberInSet: number;
};

/** Drafts text for one photo. Adapters share one conformance suite. */
export type Captioner = {
  /** Stable id stored with each draft, e.g. `template`. */
  readonly id: string;
  /** Changes whenever the same photo and context may get another draft: prompt version, model digest. */
  readonly version: string;
  /** Empty when drafts can be made now; otherwise each problem in words for the operator. */
  problems(signal: AbortSignal): Promise<readonly CaptionerProblem[]>;
  /** `modelInputPath` is the absolute path of a JPEG of at most 1024 px. Honours `signal` within a second. */
  draft(modelInputPath: string, context: CaptionContext, signal: AbortSignal): Promise<TextDraft>;
};

/** Why no draft can be made now, of any photo. */
export type CaptionerProblem = {
  readonly condition: Extract<BlockingCondition, 'captioner-unavailable' | 'model-missing'>;
  readonly reason: string;
};
