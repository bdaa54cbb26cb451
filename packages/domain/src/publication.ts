import type { Actor } from './actor.ts';
import type { CatalogueRow } from './catalogue.ts';
import type { PublishedPhoto } from './published-photo.ts';

export const publicationStates = ['queued', 'uploading', 'published', 'withdrawn', 'failed'] as const;
export type PublicationState = (typeof publicationStates)[number];

/** The steps of a publication in order; each is recorded when it is done and may be repeated. */
export const publicationSteps = ['checked', 'embedded', 'web-sent', 'thumb-sent', 'row-written', 'verified'] as const;
export type PublicationStep = (typeof publicationSteps)[number];

export type Publication = {
  readonly id: number;
  readonly photoId: number;
  readonly target: string;
  readonly revisionHash: string;
  readonly state: PublicationState;
  readonly fileName: string;
  readonly webPath: string;
  readonly thumbPath: string;
  readonly remoteId: number | null;
  /** Of the file as sent: the approved image with its text spliced in. */
  readonly webSha256: string | null;
  readonly webBytes: number | null;
  /** What the site had before, to put it back. */
  readonly previousRow: CatalogueRow | null;
};

/** What the publisher needs to know of one publication, and where it writes down how far it got. */
export type PublishRequest = {
  readonly photo: PublishedPhoto;
  /** Absolute paths of the approved renditions. */
  readonly webFile: string;
  readonly thumbFile: string;
  /** Hash of every file that a publication of this photo may have left at the path: replacing one of those is no conflict. */
  readonly ownWebSha256s: readonly string[];
  /** Called before the first byte leaves, and again before the row is written: throws when the approval no longer holds. */
  readonly assertApproved: () => void;
  readonly onStep: (step: PublicationStep, detail: Readonly<Record<string, unknown>>) => void;
};

export type PublishReceipt = {
  readonly target: string;
  readonly remoteId: number;
  readonly webSha256: string;
  readonly webBytes: number;
  readonly thumbBytes: number;
  readonly bytesSent: number;
  readonly previousRow: CatalogueRow | null;
};

/** Brings approved photos to the site and takes them away again. Safe to repeat at any point. */
export type Publisher = {
  readonly target: string;
  problems(signal: AbortSignal): Promise<readonly string[]>;
  publish(request: PublishRequest, signal: AbortSignal): Promise<PublishReceipt>;
  /**
   * Row first, then files: no reader ever sees a row without its file. Takes away only what a publication of this photo put there,
   * known by `ownWebSha256s`.
   */
  withdraw(publication: Publication, ownWebSha256s: readonly string[], signal: AbortSignal): Promise<void>;
};

/** A person's approval does not cover what would be published. Nothing was sent. */
export class ApprovalVoid extends Error {
  override readonly name = 'ApprovalVoid';
}

/** The site holds a file or row under this name that is not ours. It was not touched. */
export class PublicationConflict extends Error {
  override readonly name = 'PublicationConflict';
}

/** The site's table cannot hold the row of this photo. No row was written; a person changes the photo or the table. */
export class RowRefused extends Error {
  override readonly name = 'RowRefused';
}

/** What publishing would do to one photo. */
export type PublicationPlanItem = {
  readonly photoId: number;
  readonly fileName: string;
  readonly change: 'new' | 'changed' | 'unchanged';
  /** Bytes of image and thumbnail before text is spliced in. */
  readonly bytes: number;
  /** Why it would not be published, in words; empty when nothing stands against it. */
  readonly blockedBy: readonly string[];
  /** Why the last publication of the photo came to nothing, in words; null when it did not fail. Nothing that stands against another one. */
  readonly lastFailure: string | null;
};

/** The operator's door to the site. There is no way here around an approval. */
export type PublicationDesk = {
  /** Every photo in review that is approved or whose approval no longer holds, and, with `photoIds`, exactly those. */
  plan(photoIds?: readonly number[]): readonly PublicationPlanItem[];
  /** Makes `publish-photo` due for everything in the plan that nothing blocks; resolves with the plan as carried out. */
  publish(photoIds: readonly number[] | undefined, actor: Actor): readonly PublicationPlanItem[];
  /** Makes `withdraw-photo` due. Throws `DomainError('conflict')` when the photo is not published, `('not_allowed')` without the reviewer role. */
  withdraw(photoId: number, reason: string, actor: Actor): void;
};

/** Where `publish-photo` and `withdraw-photo` write down how far they got; each call is fenced by the run's token. */
export type PublicationLog = {
  /**
   * Recomputes the photo's revision and opens (or finds) its publication row for `target`; the database refuses the row without
   * a valid approval. Throws `ApprovalVoid` with the reason.
   */
  begin(
    photoId: number,
    target: string,
    token: string,
  ): {
    readonly publication: Publication;
    readonly photo: PublishedPhoto;
    readonly ownWebSha256s: readonly string[];
  };
  /** Throws `ApprovalVoid` unless the photo's present revision is the approved one of this publication. */
  assertApproved(publicationId: number): void;
  /** `embedded` is on the disk when this returns; the others, of which a crash may lose the last few, with the next that is or with `finish`. */
  step(publicationId: number, token: string, step: PublicationStep, detail: Readonly<Record<string, unknown>>): void;
  finish(publicationId: number, token: string, receipt: PublishReceipt): void;
  /** The photo's publication that is on the site; null when there is none. */
  current(photoId: number): Publication | null;
  /** Hash of every file that this publication or another one of its photo may have left at its path, oldest first. */
  ownWebSha256s(publicationId: number): readonly string[];
  withdrawn(publicationId: number, token: string): void;
};
