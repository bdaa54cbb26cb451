import type { PublicationRange, PublicationState, PublicationStep } from './publication.ts';

/** How far the newest publication of one photo is. */
export type PublicationProgressItem = {
  readonly publicationId: number;
  readonly photoId: number;
  readonly fileName: string;
  readonly target: string;
  readonly state: PublicationState;
  /** What is on record as done, in its order; a run on a fast line may be a step ahead of it. */
  readonly steps: readonly PublicationStepDone[];
  /** Why it came to nothing, or why the try before this one did, in words; null when nothing went wrong. */
  readonly failure: string | null;
  /** Where anybody can look at it now; null while it is not on the site, and where that has no public address. */
  readonly webUrl: string | null;
};

export type PublicationStepDone = {
  readonly step: PublicationStep;
  /** ISO 8601 UTC. */
  readonly finishedAt: string;
  /** By a step that sends a file: 0 where the site had it already. Null for any other step. */
  readonly bytesSent: number | null;
};

/** How far everything is that goes to one place. */
export type TargetProgress = {
  readonly target: string;
  readonly byState: Readonly<Partial<Record<PublicationState, number>>>;
  /** Of files that are whole on the site. */
  readonly bytesSent: number;
  /** When the first of them was asked for, ISO 8601 UTC. */
  readonly requestedAt: string;
  /** When the last one so far was verified on the site; null while none is. */
  readonly verifiedAt: string | null;
};

export type PublicationProgress = {
  /** Of all photos of the range, whatever page was asked for. */
  readonly targets: readonly TargetProgress[];
  readonly items: readonly PublicationProgressItem[];
};

export type PublicationProgressReader = {
  /**
   * Of every photo that the one who asked for the first of the range asked for in it the newest publication, which may have been asked for later, by photo id behind `after`. Changes of `state` move
   * photos from one page to another.
   */
  read(
    range: PublicationRange,
    page: { readonly state?: PublicationState; readonly after?: number; readonly limit: number },
  ): PublicationProgress;
};
