import type { Actor } from './actor.ts';
import type { PublishedPhoto } from './published-photo.ts';

/** What can be wrong with a site, by a name for programs. */
export const findingKinds = [
  'row-without-file', // a row whose full-size image is not on the server
  'missing-thumbnail', // a row whose thumbnail is not on the server, or that names none
  'file-without-row', // a full-size image that no row shows
  'thumbnail-without-row',
  'size-mismatch', // a published file that is longer or shorter than what was sent
  'content-mismatch', // of the same size, with other content
  'empty-file',
  'duplicate-name', // names that are one name on some machines
  'shared-path', // several rows that show one file
  'wrong-path', // a row whose address is none of its own file
  'row-changed', // a row that is not as it was published
  'row-replaced', // a row that has another number than the one that was published
  'mirror-drift', // a row of the mirror that is not that of the site
  'temporary-file', // a transfer that was cut off
  'name-not-in-ledger', // names of the site that could be given again
  'name-without-row', // a taken name whose row is gone
  'photo-without-row', // a published photo that the site does not show
  'withdrawn-on-site', // a name that was withdrawn, and its row is there
  'reserved-on-site', // a name that an unpublished photo holds, and the site has it
] as const;

export type FindingKind = (typeof findingKinds)[number];

/** What would put it right. It is proposed; a person takes it, and nothing changes before. */
export type SiteFix =
  /** The photo's publication is carried out again, under its valid approval. */
  | { readonly kind: 'publish-again'; readonly photoId: number; readonly replacePath: string | null }
  /** The file is taken off the site; a copy of it is kept. */
  | { readonly kind: 'remove-file'; readonly path: string; readonly bytes: number }
  /** The mirror gets the row of the site. */
  | { readonly kind: 'refresh-mirror'; readonly fileName: string }
  /** The ledger takes the names of the site, so that they are never given again. */
  | { readonly kind: 'adopt-names' };

export type SiteFinding = {
  readonly kind: FindingKind;
  /** The file name or path that it is about. */
  readonly subject: string;
  readonly photoId: number | null;
  /** What is wrong, in words, and what a person can do where no fix is proposed. */
  readonly reason: string;
  readonly fix: SiteFix | null;
};

/** `open` until a person decided. */
export const findingStates = ['open', 'taken', 'dismissed'] as const;
export type FindingState = (typeof findingStates)[number];

export type RecordedFinding = SiteFinding & {
  readonly id: number;
  readonly auditId: number;
  readonly state: FindingState;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly note: string | null;
};

export const auditStates = ['running', 'finished', 'failed'] as const;
export type AuditState = (typeof auditStates)[number];

/** How much was looked at. */
export type AuditExtent = { readonly rows: number; readonly files: number; readonly names: number };

export type SiteAudit = {
  readonly id: number;
  readonly state: AuditState;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly finishedAt: string | null;
  /** Whether contents were compared too, not sizes only. */
  readonly deep: boolean;
  readonly extent: AuditExtent;
  /** By kind; kinds without a finding are left out. */
  readonly counts: Readonly<Partial<Record<FindingKind, number>>>;
  /** Why it came to nothing, in words. */
  readonly error: string | null;
};

/** What Proofline holds to be on the site, page by page in the order of `id`: at most `limit` behind `after`. */
export type SiteRecords = {
  published(after: number, limit: number): readonly PublishedRecord[];
  /** Every name that was ever given or taken over. */
  names(after: string, limit: number): readonly LedgerName[];
  /** Whether a publication or withdrawal under this name is asked for, under way, or ended at or after `since` (ISO 8601 UTC). */
  isInMotion(fileName: string, since: string): boolean;
};

export type PublishedRecord = {
  /** Of the publication; orders the pages. */
  readonly id: number;
  readonly photoId: number;
  readonly fileName: string;
  readonly webPath: string;
  readonly thumbPath: string;
  readonly remoteId: number | null;
  readonly webBytes: number | null;
  readonly webSha256: string | null;
  readonly thumbBytes: number | null;
  readonly thumbSha256: string | null;
  /** What the row was made of; null for publications from before that was kept, and for one that came back by a roll-back. */
  readonly photo: PublishedPhoto | null;
};

export type LedgerName = {
  readonly foldedKey: string;
  readonly name: string;
  readonly state: 'reserved' | 'published' | 'retired' | 'adopted';
  readonly photoId: number | null;
};

/** Takes names over that Proofline did not give. */
export type NameAdoption = {
  /** Names that the ledger has in any spelling stay as they are; resolves with how many were new. One transaction. */
  adopt(names: readonly string[], actor: Actor): { readonly adopted: number };
};

/** Where an audit is written down. */
export type AuditStore = {
  begin(options: { readonly deep: boolean }, actor: Actor): SiteAudit;
  add(auditId: number, findings: readonly SiteFinding[]): void;
  finish(auditId: number, extent: AuditExtent): void;
  fail(auditId: number, error: string): void;
  /** Throws `DomainError('not_found')`. */
  get(auditId: number): SiteAudit;
  latest(limit: number): readonly SiteAudit[];
  /** Oldest first, behind the finding `after`. */
  findings(
    auditId: number,
    filter: { readonly after?: number; readonly limit?: number; readonly kind?: FindingKind },
  ): readonly RecordedFinding[];
  /** Throws `DomainError('not_found')`. */
  finding(findingId: number): RecordedFinding;
  /** Throws `DomainError('conflict')` when somebody decided already. */
  decide(findingId: number, state: 'taken' | 'dismissed', note: string | null, actor: Actor): RecordedFinding;
  /** Audits that a dead process left running. */
  closeOrphans(): void;
};

export type Adoption = { readonly rows: number; readonly adopted: number };

/** The door to the site's audits. Looking changes nothing; each fix is a person's decision. */
export type AuditDesk = Pick<AuditStore, 'get' | 'latest' | 'findings'> & {
  /** Begins an audit in the background. Throws `DomainError('conflict')` while another one runs. */
  start(options: { readonly deep: boolean }, actor: Actor): SiteAudit;
  /**
   * Carries the proposed fix out, on a reviewer's word. Throws `DomainError`: `not_allowed` without that role, `conflict` when the site is not as the
   * audit found it, when there is no fix, or when it was decided already.
   */
  take(findingId: number, actor: Actor): Promise<RecordedFinding>;
  dismiss(findingId: number, reason: string, actor: Actor): RecordedFinding;
  /** Takes every name of the site's table into the ledger. */
  adopt(actor: Actor): Promise<Adoption>;
};
