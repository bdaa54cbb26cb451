import type { Dossier, DossierStore } from '@proofline/domain/dossier.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import { eventAbout } from './event-log.ts';
import type { Position } from './positions.ts';
import type { Revise, Revision } from './revision.ts';
import type { TextJudgements } from './text-judgements.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The rows behind the reviewer's door. */
export type ReviewRecords = {
  /** Puts the photo before a person, at the revision that its data give now. */
  open(position: Position): void;
  /** The revision as the data give it now; throws before the photo has one. */
  revisionOf(photoId: number): Revision;
  /**
   * Voids approvals of what would no longer be published as it was approved, because the operator's settings are others than at the last
   * start. Returns how many. Changes of the data themselves void at once.
   */
  voidOutdated(): number;
};

export function createReviewRecords(
  unit: UnitOfWork,
  dossiers: DossierStore,
  revise: Revise,
  judgements: TextJudgements,
  events: EventLog,
): ReviewRecords {
  const upsert = unit.sqlite.prepare(
    `INSERT INTO reviews (photo_id, status, revision_hash) VALUES (?, 'pending', ?)
     ON CONFLICT (photo_id) DO UPDATE SET status = 'pending', revision_hash = excluded.revision_hash,
       decided_by = NULL, decided_at = NULL, note = NULL, void_reason = NULL`,
  );

  const waitingToBePublished = unit.sqlite
    .prepare<[], number>(
      `SELECT p.id FROM photos p CROSS JOIN reviews r ON r.photo_id = p.id
       WHERE p.state = 'in-review' AND r.status = 'approved' ORDER BY p.id`,
    )
    .pluck();
  const voidApproval = unit.sqlite.prepare(
    `UPDATE reviews SET status = 'pending', revision_hash = ?, void_reason = ? WHERE photo_id = ?`,
  );

  function revisionIn(dossier: Dossier): Revision {
    const revision = revise(dossier);
    if (revision === null) throw new Error(`photo ${dossier.photo.id} has no name or no published images yet`);
    return revision;
  }

  return {
    open(position) {
      const dossier = dossiers.get(position.id);
      const revision = revisionIn(dossier);
      const { hash } = revision;
      upsert.run(position.id, hash);
      judgements.record(dossier, revision);
      events.append(eventAbout(position, 'review.opened', { revisionHash: hash }));
    },
    revisionOf: (photoId) => revisionIn(dossiers.get(photoId)),
    voidOutdated: () =>
      unit.write(() => {
        const outdated = waitingToBePublished
          .all()
          .map((photoId) => dossiers.get(photoId))
          .filter(({ review }) => review?.status === 'pending');
        for (const { photo, set, review } of outdated) {
          const reason = 'the settings changed after the approval';
          voidApproval.run(review?.revisionHash, reason, photo.id);
          const position = { runId: set.runId, setId: set.id, photoId: photo.id };
          events.append(eventAbout(position, 'review.approval-voided', { reason }));
        }
        return outdated.length;
      }),
  };
}
