import { DomainError } from '@proofline/domain/domain-error.ts';
import { holdInWords } from '@proofline/domain/set-hold.ts';
import type { Dossier, DossierStore } from '@proofline/domain/dossier.ts';
import { publicAddress } from '@proofline/domain/photo-list.ts';
import type { PhotoState } from '@proofline/domain/photo.ts';
import type { PublicationBlocker, PublicationPlanItem } from '@proofline/domain/publication.ts';
import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { publishedRenditionKinds, renditionOf } from '@proofline/domain/rendition.ts';
import { approvalBlockers, type Review } from '@proofline/domain/review.ts';
import type { PublicationRecords } from './publication-records.ts';
import type { Revise, Revision } from './revision.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** One photo of the plan, with the revision that publishing it would send; null when it has none. */
export type PlannedPublication = { readonly item: PublicationPlanItem; readonly revision: Revision | null };

export type Planner = {
  /**
   * Each photo once; without `photoIds`, everything that is approved or whose approval no longer holds, or on its way off the site. Throws
   * `DomainError('not_found')` that names every id that there is no photo of.
   */
  wanted(photoIds?: readonly number[]): readonly number[];
  plan(photoId: number): PlannedPublication;
};

/** How many bytes the published file is longer than the approved image; null where the text is not embedded in it. */
export type EmbeddedBytes = (photo: PublishedPhoto) => number | null;

export type PlannerNeeds = {
  readonly unit: UnitOfWork;
  readonly dossiers: DossierStore;
  readonly revise: Revise;
  readonly records: PublicationRecords;
  readonly embeddedBytes: EmbeddedBytes;
};

export function createPlanner({ unit, dossiers, revise, records, embeddedBytes }: PlannerNeeds): Planner {
  // From the photos in review, not from the approvals: most of those were published long ago.
  const waiting = unit.sqlite
    .prepare<[], number>(
      `SELECT p.id FROM photos p CROSS JOIN reviews r ON r.photo_id = p.id
       WHERE p.state = 'in-review' AND (r.status = 'approved' OR (r.status = 'pending' AND r.void_reason IS NOT NULL))
       UNION SELECT p.photo_id FROM withdrawals w CROSS JOIN publications p ON p.id = w.publication_id WHERE w.finished_at IS NULL
       ORDER BY 1`,
    )
    .pluck();

  const known = unit.sqlite.prepare<[number]>(`SELECT 1 FROM photos WHERE id = ?`);

  function planned(photoId: number): PlannedPublication {
    const dossier = dossiers.get(photoId);
    const revision = revise(dossier);
    const fileName = revision?.published.fileName ?? dossier.fileName ?? dossier.photo.originalFileName;
    const lastFailure = records.lastFailure(photoId);
    const webUrl = publicAddress(revision?.published.webUrl ?? null);
    const item = { photoId, fileName, webUrl, lastFailure: lastFailure?.reason ?? null };
    if (dossier.photo.stage === 'withdraw-photo' && leaving.has(dossier.photo.state)) {
      const isGone = dossier.photo.state === 'withdrawn';
      const blockedBy = isGone ? [blocker('withdrawn', 'it was withdrawn', null)] : [];
      return { revision, item: { ...item, change: 'withdrawn', bytes: 0, blockedBy } };
    }
    const sent = sending(dossier, revision, lastFailure?.mayHaveSent === true);
    const blockedBy = sent.change === 'unchanged' ? [] : obstacles(dossier, revision);
    return { revision, item: { ...item, ...sent, blockedBy } };
  }

  /** After a failed revision whose file may be out, the site may not hold what the published one left: everything is sent. */
  function sending({ photo, renditions }: Dossier, revision: Revision | null, isInDoubt: boolean): Sending {
    const onSite = records.onSite(photo.id);
    const published = onSite?.state === 'published' ? onSite : null;
    if (revision === null) return { change: published === null ? 'new' : 'image-changed', bytes: 0 };
    if (published?.revisionHash === revision.hash && !isInDoubt) return { change: 'unchanged', bytes: 0 };

    const added = embeddedBytes(revision.published);
    const [web, thumb] = publishedRenditionKinds.map((kind) => renditionOf(renditions, kind).bytes) as [number, number];
    const webBytes = web + (added ?? 0);
    if (published === null) return { change: 'new', bytes: webBytes + thumb };
    const before = records.publishedPhoto(photo.id);
    const sameThumb = published.thumbSha256 === revision.published.thumb.sha256 && !isInDoubt;
    const thumbBytes = sameThumb ? 0 : thumb;
    if (
      before?.web.sha256 !== revision.published.web.sha256 ||
      published.thumbSha256 !== revision.published.thumb.sha256
    )
      return { change: 'image-changed', bytes: webBytes + thumbBytes };
    // A file that carries an older text is replaced even where texts are no longer embedded.
    const sameFile = added === null && published.embedsText === false && !isInDoubt;
    return { change: 'text-changed', bytes: (sameFile ? 0 : webBytes) + thumbBytes };
  }

  function obstacles({ photo, set, review }: Dossier, revision: Revision | null): readonly PublicationBlocker[] {
    if (photo.state !== 'in-review')
      return [blocker('not-in-review', `it is ${photo.state} at ${photo.stage}, not in review`, null)];
    if (set.hold !== null) return [blocker('set-held', holdInWords(set.id, set.hold), 'operator')];
    if (revision === null || review === null)
      return [blocker('nothing-to-publish', 'it has no published images or no name', null)];
    const gap = approvalGap(review, records.wasApproved(photo.id, revision.hash));
    if (gap !== null) return [gap];
    return approvalBlockers(revision.published).map((reason) => blocker('text-incomplete', reason, 'reviewer'));
  }

  return {
    plan: planned,
    wanted(photoIds) {
      if (photoIds === undefined) return waiting.all();
      const missing = photoIds.filter((photoId) => known.get(photoId) === undefined);
      if (missing.length === 0) return [...new Set(photoIds)];
      throw new DomainError(
        'not_found',
        missing.map((photoId) => `there is no photo ${photoId}`),
      );
    },
  };
}

/** States of a photo at its withdrawal in which it is off the site, or on its way; one that was stopped rests as it did before. */
const leaving: ReadonlySet<string> = new Set<PhotoState>(['queued', 'running', 'withdrawn']);

type Sending = Pick<PublicationPlanItem, 'change' | 'bytes'>;

function blocker(
  name: PublicationBlocker['name'],
  reason: string,
  liftedBy: PublicationBlocker['liftedBy'],
): PublicationBlocker {
  return { name, reason, liftedBy };
}

function approvalGap(review: Review, onRecord: boolean): PublicationBlocker | null {
  if (review.status === 'approved')
    return onRecord ? null : blocker('approval-not-on-record', 'no approval of this revision is on record', 'reviewer');
  if (review.voidReason === null) return blocker('not-approved', 'nobody has approved it', 'reviewer');
  return blocker('approval-void', `its approval no longer holds: ${review.voidReason}; approve it again`, 'reviewer');
}
