import type { DossierStore } from '@proofline/domain/dossier.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import { eventAbout } from './event-log.ts';
import type { Position } from './positions.ts';
import type { Revise, Revision } from './revision.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The rows behind the reviewer's door. */
export type ReviewRecords = {
  /** Puts the photo before a person, at the revision that its data give now. */
  open(position: Position): void;
  /** The revision as the data give it now; throws before the photo has one. */
  revisionOf(photoId: number): Revision;
};

export function createReviewRecords(
  unit: UnitOfWork,
  dossiers: DossierStore,
  revise: Revise,
  events: EventLog,
): ReviewRecords {
  const upsert = unit.sqlite.prepare(
    `INSERT INTO reviews (photo_id, status, revision_hash) VALUES (?, 'pending', ?)
     ON CONFLICT (photo_id) DO UPDATE SET status = 'pending', revision_hash = excluded.revision_hash,
       decided_by = NULL, decided_at = NULL, note = NULL, void_reason = NULL`,
  );

  function revisionOf(photoId: number): Revision {
    const revision = revise(dossiers.get(photoId));
    if (revision === null) throw new Error(`photo ${photoId} has no name or no published images yet`);
    return revision;
  }

  return {
    open(position) {
      const { hash } = revisionOf(position.id);
      upsert.run(position.id, hash);
      events.append(eventAbout(position, 'review.opened', { revisionHash: hash }));
    },
    revisionOf,
  };
}
