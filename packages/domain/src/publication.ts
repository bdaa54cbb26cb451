import type { Actor, Role } from './actor.ts';
import type { Asset } from './asset-target.ts';
import type { CatalogueRow } from './catalogue.ts';
import type { PublishedPhoto } from './published-photo.ts';

export const publicationStates = ['queued', 'uploading', 'published', 'withdrawn', 'failed'] as const;
export type PublicationState = (typeof publicationStates)[number];

/** The steps of a publication in order; each is recorded when it is done and may be repeated. `taken-back` is the end of one that was given up. */
export const publicationSteps = [
  'checked',
  'archived',
  'previous-kept',
  'embedded',
  'web-sent',
  'thumb-sent',
  'row-written',
  'verified',
  'taken-back',
] as const;
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
  /** Of the thumbnail as sent. */
  readonly thumbSha256: string | null;
  /** Whether the file on the site carries the published text; null before it was made. */
  readonly embedsText: boolean | null;
  /** What the site had before; null until it was looked at and kept. */
  readonly previous: PreviousSite | null;
  /** The publication of the same photo that this one took the place of; null when there was none. */
  readonly replacesId: number | null;
};

/**
 * What the site held under a photo's name before a publication touched it. The bytes of a file that is to be replaced are kept below the data folder
 * under their hash, the row is kept as it was read, id included.
 */
export type PreviousSite = {
  readonly row: CatalogueRow | null;
  readonly web: KeptFile | null;
  readonly thumb: KeptFile | null;
};

export type KeptFile = { readonly sha256: string; readonly bytes: number };

export const nothingBefore: PreviousSite = { row: null, web: null, thumb: null };

/** Files that were replaced on the site, by photo and content, until nothing can put them back any more. */
export type KeptFiles = {
  /** Resolves when the bytes are on the disk and read back. Keeping what is kept does nothing. */
  keep(photoId: number, file: Asset, signal: AbortSignal): Promise<void>;
  /** Null when nothing whole of that hash is kept. */
  get(photoId: number, sha256: string, signal: AbortSignal): Promise<Uint8Array | null>;
  /** Removes everything of the photo but files of these hashes. */
  dropAllBut(photoId: number, sha256s: readonly string[]): Promise<void>;
};

/** What the publisher needs to know of one publication, and where it writes down how far it got. */
export type PublishRequest = {
  readonly photoId: number;
  readonly photo: PublishedPhoto;
  /** Absolute paths of the approved renditions. */
  readonly webFile: string;
  readonly thumbFile: string;
  /** Hash of every file that a publication of this photo may have left at the path: replacing one of those is no conflict. */
  readonly ownWebSha256s: readonly string[];
  /** What an earlier run of this publication, or one before it that was given up, found on the site and kept; null when nobody has looked. */
  readonly previous: PreviousSite | null;
  /** The files that the photo's publication on the site left there: what a target that tells only sizes is compared with. */
  readonly delivered: Delivered | null;
  /** Where the untouched original can be read, best first, and its hash; null when nothing is archived. */
  readonly original: Original | null;
  /** Called before the first byte leaves, and again before the row is written: throws when the approval no longer holds. */
  readonly assertApproved: () => void;
  readonly onStep: (step: PublicationStep, detail: Readonly<Record<string, unknown>>) => void;
};

export type Delivered = { readonly webSha256: string | null; readonly thumbSha256: string | null };

export type Original = { readonly files: readonly string[]; readonly sha256: string };

export type PublishReceipt = {
  readonly target: string;
  readonly remoteId: number;
  readonly webSha256: string;
  readonly webBytes: number;
  readonly thumbBytes: number;
  readonly bytesSent: number;
  /** False when the row held everything already. */
  readonly rowChanged: boolean;
  readonly embedsText: boolean;
  /** From the first look at the site to the last. */
  readonly durationMs: number;
};

/** What leaves the site, and what comes in its place. */
export type WithdrawRequest = {
  readonly publication: Publication;
  readonly ownWebSha256s: readonly string[];
  /** `nothingBefore` when the photo leaves the site. */
  readonly back: PreviousSite;
  /** Absolute paths of files on this machine that may hold the bytes of `back` where no copy of them was kept. */
  readonly sameFiles: readonly string[];
};

/** Brings approved photos to the site and takes them away again. Safe to repeat at any point. */
export type Publisher = {
  readonly target: string;
  problems(signal: AbortSignal): Promise<readonly string[]>;
  publish(request: PublishRequest, signal: AbortSignal): Promise<PublishReceipt>;
  /**
   * Makes the site hold `back` again, byte for byte and column by column. What goes loses its row first, what comes back gets its files first: no
   * reader ever sees a row without its file. Takes away only what a publication of this photo put there, known by `ownWebSha256s`.
   */
  withdraw(request: WithdrawRequest, signal: AbortSignal): Promise<void>;
  /** The same for a publication that will not be finished, from what it kept; nothing where it sent nothing. */
  takeBack(request: PublishRequest, signal: AbortSignal): Promise<void>;
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

/** What publishing does to a photo on the site. `withdrawn`: it is off the site, or on its way off. */
export const publicationChanges = ['new', 'image-changed', 'text-changed', 'unchanged', 'withdrawn'] as const;
export type PublicationChange = (typeof publicationChanges)[number];

/** What stands against a publication, by a name for programs. */
export type PublicationBlocker = {
  readonly name:
    | 'not-approved'
    | 'approval-void'
    | 'approval-not-on-record'
    | 'text-incomplete'
    | 'not-in-review'
    | 'set-held'
    | 'nothing-to-publish'
    | 'withdrawn';
  /** In words. */
  readonly reason: string;
  /** Who can lift it, by a decision of their own; null when nobody can as the photo stands. */
  readonly liftedBy: Role | null;
};

/** What publishing would do to one photo. */
export type PublicationPlanItem = {
  readonly photoId: number;
  readonly fileName: string;
  readonly change: PublicationChange;
  /** Bytes that would be sent: of the image with its text, and of the thumbnail where it is another one. */
  readonly bytes: number;
  /** Why it would not be published; empty when nothing stands against it. */
  readonly blockedBy: readonly PublicationBlocker[];
  /** Why the last publication of the photo came to nothing, in words; null when it did not fail. Nothing that stands against another one. */
  readonly lastFailure: string | null;
  /** Where anybody can look at it once it is published; null where the site has no public address. */
  readonly webUrl: string | null;
};

export type PublicationPlan = {
  readonly items: readonly PublicationPlanItem[];
  /** Photos that would be published: not blocked, not unchanged, not withdrawn. */
  readonly photos: number;
  /** To be sent for these. */
  readonly bytes: number;
  /** How long that takes, from what earlier publications took; null while there are none to measure it by. */
  readonly seconds: number | null;
  /** How many earlier publications say so. */
  readonly measuredBy: number;
};

/** The publications that one person asked for together, by their ids; others may lie between. */
export type PublicationRange = { readonly first: number; readonly last: number };

/** A plan as it is carried out, and where its progress is to be read; `asked` is null when nothing was due. */
export type PublicationStart = PublicationPlan & { readonly asked: PublicationRange | null };

/** The operator's door to the site. There is no way here around an approval. */
export type PublicationDesk = {
  /** Every photo in review that is approved or whose approval no longer holds, or on its way off the site; with `photoIds`, exactly those. */
  plan(photoIds?: readonly number[]): Promise<PublicationPlan>;
  /** Makes `publish-photo` due for everything in the plan that nothing blocks, in one transaction; returns the plan as carried out. */
  publish(photoIds: readonly number[] | undefined, actor: Actor): PublicationStart;
  /**
   * Makes `publish-photo` due for a published photo whose approval holds, though nothing of it changed: what the site lost is sent again.
   * Where a file was changed there by somebody else, `replaceSha256` is the hash of what a reviewer lets be replaced. Throws `DomainError`.
   */
  repair(photoId: number, actor: Actor, replaceSha256?: string): void;
  /** Makes `withdraw-photo` due. Throws `DomainError('conflict')` when the photo is not published, `('not_allowed')` without the reviewer role. */
  withdraw(photoId: number, reason: string, actor: Actor): void;
  /**
   * Makes due that the file and the row which the photo's publication replaced stand on the site again. The photo goes back to review, its approval
   * void. Throws as `withdraw` does, and `DomainError('conflict')` when the publication replaced nothing that was kept.
   */
  rollBack(photoId: number, reason: string, actor: Actor): void;
};

/** A reviewer's word that a publication is to leave the site, for nothing or for the one that it replaced. */
export type Withdrawal = Omit<WithdrawRequest, 'sameFiles'> & { readonly kind: WithdrawalKind };

export const withdrawalKinds = ['withdrawal', 'roll-back'] as const;
export type WithdrawalKind = (typeof withdrawalKinds)[number];

/** `stopped`: the site held what nobody may touch; it takes a new word. */
export const withdrawalOutcomes = ['done', 'stopped'] as const;

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
  ): Pick<PublishRequest, 'photo' | 'ownWebSha256s' | 'previous' | 'delivered'> & {
    readonly publication: Publication;
  };
  /** Throws `ApprovalVoid` unless the photo's present revision is the approved one of this publication. */
  assertApproved(publicationId: number): void;
  /**
   * `embedded` and `taken-back` are on the disk when this returns; the others, of which a crash may lose the last few, with the next that is or with
   * `finish`.
   */
  step(publicationId: number, token: string, step: PublicationStep, detail: Readonly<Record<string, unknown>>): void;
  finish(publicationId: number, token: string, receipt: PublishReceipt): void;
  /** What the site had before this publication; null before that was kept. */
  previous(publicationId: number): PreviousSite | null;
  /** The photo's publication that is on the site; null when there is none. */
  current(photoId: number): Publication | null;
  /** Hash of every file that this publication or another one of its photo may have left at its path, oldest first. */
  ownWebSha256s(publicationId: number): readonly string[];
  /**
   * What a reviewer asked to be taken off the site; null when nothing of the photo is there. `carried-out` when no such wish is open: what is on the site
   * then is what a finished roll-back put back, and nobody asked for that to go.
   */
  withdrawal(photoId: number): Withdrawal | 'carried-out' | null;
  /** What was asked for is done. */
  withdrawn(publicationId: number, token: string): void;
  /** Hash of every kept file of the photo that a roll-back or the end of a publication may still need. */
  neededSha256s(photoId: number): readonly string[];
};
