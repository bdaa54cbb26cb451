import { DomainError } from '@proofline/domain/domain-error.ts';
import type { Dossier, DossierStore } from '@proofline/domain/dossier.ts';
import type { PublicationPlanItem } from '@proofline/domain/publication.ts';
import { publishedRenditionKinds, renditionOf } from '@proofline/domain/rendition.ts';
import { approvalBlockers, type Review } from '@proofline/domain/review.ts';
import type { PublicationRecords } from './publication-records.ts';
import type { Revise, Revision } from './revision.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** One photo of the plan, with the revision that publishing it would send; null when it has none. */
export type PlannedPublication = { readonly item: PublicationPlanItem; readonly revision: Revision | null };

export type PublicationPlan = (photoIds?: readonly number[]) => readonly PlannedPublication[];

export function createPublicationPlan(
  { sqlite }: UnitOfWork,
  dossiers: DossierStore,
  revise: Revise,
  records: PublicationRecords,
): PublicationPlan {
  // From the photos in review, not from the approvals: most of those were published long ago.
  const decided = sqlite
    .prepare<[], number>(
      `SELECT p.id FROM photos p CROSS JOIN reviews r ON r.photo_id = p.id
       WHERE p.state = 'in-review' AND (r.status = 'approved' OR (r.status = 'pending' AND r.void_reason IS NOT NULL))
       ORDER BY p.id`,
    )
    .pluck();

  function planned(photoId: number): PlannedPublication {
    const dossier = dossiers.get(photoId);
    const revision = revise(dossier);
    const onSite = records.onSite(photoId);
    const published = onSite?.state === 'published' ? onSite : null;
    const lastFailure = records.lastFailure(photoId);
    // After a failed revision whose file may be out, the site may not hold what the published one left.
    const isWhole = published?.revisionHash === revision?.hash && lastFailure?.mayHaveSent !== true;
    const change = published === null ? 'new' : isWhole ? 'unchanged' : 'changed';
    return {
      revision,
      item: {
        photoId,
        fileName: revision?.published.fileName ?? dossier.fileName ?? dossier.photo.originalFileName,
        change,
        bytes: revision === null ? 0 : bytesOf(dossier),
        blockedBy: change === 'unchanged' ? [] : obstacles(dossier, revision),
        lastFailure: lastFailure?.reason ?? null,
      },
    };
  }

  function obstacles({ photo, review }: Dossier, revision: Revision | null): readonly string[] {
    if (photo.state !== 'in-review') return [`it is ${photo.state} at ${photo.stage}, not in review`];
    if (revision === null || review === null) return ['it has no published images or no name'];
    const gap = approvalGap(review, records.wasApproved(photo.id, revision.hash));
    return gap === null ? approvalBlockers(revision.published) : [gap];
  }

  return (photoIds) => {
    const ids = photoIds === undefined ? decided.all() : [...new Set(photoIds)];
    return collect(ids, planned);
  };
}

function approvalGap(review: Review, onRecord: boolean): string | null {
  if (review.status === 'approved') return onRecord ? null : 'no approval of this revision is on record';
  return review.voidReason === null
    ? 'nobody has approved it'
    : `its approval no longer holds: ${review.voidReason}; approve it again`;
}

function bytesOf({ renditions }: Dossier): number {
  return publishedRenditionKinds.reduce((sum, kind) => sum + renditionOf(renditions, kind).bytes, 0);
}

/** Every id that there is no photo of, at once. */
function collect(ids: readonly number[], planned: (id: number) => PlannedPublication): readonly PlannedPublication[] {
  const missing: string[] = [];
  const found = ids.flatMap((id) => {
    try {
      return [planned(id)];
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'not_found') throw error;
      missing.push(error.message);
      return [];
    }
  });
  if (missing.length > 0) throw new DomainError('not_found', missing);
  return found;
}
