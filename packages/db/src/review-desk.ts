import type { Actor } from '@proofline/domain/actor.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { Dossier, DossierStore } from '@proofline/domain/dossier.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import {
  approvalBlockers,
  reviewEdit,
  type Review,
  type ReviewDesk,
  type ReviewView,
} from '@proofline/domain/review.ts';
import type { Judgement } from '@proofline/domain/text-gate/gate-record.ts';
import { standingAgainst, type Override } from '@proofline/domain/text-gate/judgement.ts';
import { eq } from 'drizzle-orm';
import { eventAbout } from './event-log.ts';
import { applyEdit, type PersonLayer } from './person-layer.ts';
import type { PhotoQualities } from './photo-qualities.ts';
import type { Position, Positions } from './positions.ts';
import type { PublicationRecords } from './publication-records.ts';
import type { ReviewList } from './review-list.ts';
import type { ReviewQueue } from './review-queue.ts';
import type { Revise, Revision } from './revision.ts';
import type { RollbackStart } from './rollback-start.ts';
import { approvals, reviews } from './schema.ts';
import type { TextJudgements } from './text-judgements.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type ReviewDeskNeeds = {
  readonly unit: UnitOfWork;
  readonly positions: Positions;
  readonly dossiers: DossierStore;
  readonly revise: Revise;
  readonly list: ReviewList;
  readonly queue: ReviewQueue;
  readonly personLayer: PersonLayer;
  readonly judgements: TextJudgements;
  readonly qualities: Pick<PhotoQualities, 'of'>;
  readonly publications: PublicationRecords;
  readonly rollback: RollbackStart;
  readonly events: EventLog;
};

export function createReviewDesk(needs: ReviewDeskNeeds): ReviewDesk {
  const {
    unit,
    positions,
    dossiers,
    revise,
    list,
    queue,
    personLayer,
    judgements,
    qualities,
    publications,
    rollback,
    events,
  } = needs;
  const { orm } = unit;

  function reviewOf(photoId: number): { dossier: Dossier; review: Review } {
    const dossier = dossiers.get(photoId);
    if (dossier.review === null) {
      throw new DomainError('not_found', `there is no review of photo ${photoId}: ${whereItIs(dossier)}`);
    }
    return { dossier, review: dossier.review };
  }

  /** What there is to look at, before anything is judged. */
  function revisionOf(photoId: number): { dossier: Dossier; revision: Revision } {
    const { dossier } = reviewOf(photoId);
    const revision = revise(dossier);
    if (revision === null) {
      throw new DomainError(
        'conflict',
        `photo ${photoId} has nothing to look at any more: ${whereItIs(dossier)}; its history is in the events`,
      );
    }
    return { dossier, revision };
  }

  /** `judged`: where this very text has just been. */
  function view(photoId: number, judged?: Judgement): ReviewView {
    const { dossier, revision } = revisionOf(photoId);
    const { published, hash } = revision;
    return {
      dossier,
      published,
      revisionHash: hash,
      blockers: approvalBlockers(published),
      judgement: judged ?? judgements.of(dossier, revision),
      overrides: judgements.overrides(photoId, hash),
      quality: qualities.of(dossier),
    };
  }

  /** The photo's position, while it rests in review. */
  function restingInReview(photoId: number): Position {
    const { dossier } = reviewOf(photoId);
    const position = positions.find({ kind: 'photo', id: photoId });
    if (position?.state === 'in-review') return position;
    throw new DomainError('conflict', `photo ${photoId} is not in review: ${whereItIs(dossier)}; nothing was changed`);
  }

  function writeDecision(photoId: number, decision: Partial<typeof reviews.$inferInsert>): void {
    orm.update(reviews).set(decision).where(eq(reviews.photoId, photoId)).run();
  }

  /** A published photo is corrected by reviewing it again: the site keeps the approved revision until the next one is published. */
  function reopenIfPublished(position: Position, actor: Actor): Position {
    if (position.state !== 'published') return restingInReview(position.id);
    const epoch = positions.restartPhoto(position.id, 'open-review', 'in-review');
    events.append(eventAbout(position, 'review.reopened', { epoch }, actor.name));
    return { ...position, stage: 'open-review', state: 'in-review', epoch };
  }

  /** Judges the very text that is approved, writes that down, and lets pass only what nothing blocks or a person overrides by name. */
  function passGate(
    position: Position,
    { dossier, revision }: ReturnType<typeof revisionOf>,
    overrides: readonly Override[],
    actor: Actor,
  ): Judgement {
    const photoId = position.id;
    const revisionHash = revision.hash;
    const judgement = judgements.recordOne(dossier, revision);
    const { findings } = judgement;
    const blocking = new Set(standingAgainst(findings, []).map(({ rule }) => rule));
    const needless = overrides.filter(({ rule }) => !blocking.has(rule));
    if (needless.length > 0)
      throw new DomainError(
        'invalid',
        needless.map(({ rule }) => `no finding of rule ${rule} blocks photo ${photoId}; nothing was approved`),
      );
    for (const override of overrides) {
      judgements.override(photoId, revisionHash, override, actor);
      events.append(eventAbout(position, 'review.finding-overridden', { ...override, revisionHash }, actor.name));
    }
    const standing = standingAgainst(findings, judgements.overrides(photoId, revisionHash));
    if (standing.length > 0)
      throw new DomainError(
        'conflict',
        standing.map(({ rule, field, reason }) => `${fieldNames[field]}: ${reason} (rule ${rule})`),
      );
    return judgement;
  }

  return {
    list,
    queue,
    view,
    approve: (photoId, { revisionHash, note, overrides = [] }, actor) =>
      unit.write(() => {
        const position = restingInReview(photoId);
        const present = revisionOf(photoId);
        const { published, hash } = present.revision;
        if (revisionHash !== hash) {
          throw new DomainError(
            'conflict',
            `photo ${photoId} changed since you looked at it; it was not approved; look at it again`,
          );
        }
        const blockers = approvalBlockers(published);
        if (blockers.length > 0) throw new DomainError('invalid', blockers);
        const judgement = passGate(position, present, overrides, actor);
        const approvedAt = unit.now();
        orm.insert(approvals).values({ photoId, revisionHash, reviewer: actor.name, approvedAt }).run();
        writeDecision(photoId, {
          status: 'approved',
          revisionHash,
          decidedBy: actor.name,
          decidedAt: approvedAt,
          note: note ?? null,
          voidReason: null,
        });
        const detail = { revisionHash, fileName: published.fileName, note: note ?? null };
        events.append(eventAbout(position, 'review.approved', detail, actor.name));
        return view(photoId, judgement);
      }),

    takeBack: (photoId, actor) =>
      unit.write(() => {
        const position = restingInReview(photoId);
        const { review } = reviewOf(photoId);
        if (review.status === 'pending') return view(photoId);
        writeDecision(photoId, { status: 'pending', decidedBy: null, decidedAt: null, note: null, voidReason: null });
        const detail = { revisionHash: review.revisionHash };
        events.append(eventAbout(position, 'review.approval-taken-back', detail, actor.name));
        return view(photoId);
      }),

    reject: (photoId, { reason }, actor) =>
      unit.write(() => {
        if (reason.trim() === '') throw new DomainError('invalid', 'a rejection needs a reason');
        const position = restingInReview(photoId);
        if (publications.onSite(photoId) !== null) {
          throw new DomainError(
            'conflict',
            `photo ${photoId} is on the site; it was not rejected; withdraw it, which takes it off the site`,
          );
        }
        const { dossier, review } = reviewOf(photoId);
        writeDecision(photoId, {
          status: 'rejected',
          revisionHash: review.revisionHash,
          decidedBy: actor.name,
          decidedAt: unit.now(),
          note: reason,
          voidReason: null,
        });
        const detail = { reason, revisionHash: review.revisionHash, fileName: dossier.fileName };
        events.append(eventAbout(position, 'review.rejected', detail, actor.name));
        rollback.start(position, { to: 'rejected', reason, actor });
      }),

    edit: (photoId, edit, actor, seenHash) =>
      unit.write(() => {
        const checked = reviewEdit.safeParse(edit);
        if (!checked.success) {
          throw new DomainError(
            'invalid',
            checked.error.issues.map(({ path, message }) => [...path, message].join(': ')),
          );
        }
        const found = positions.find({ kind: 'photo', id: photoId });
        const before = reviewOf(photoId);
        if (found === undefined) throw new DomainError('not_found', `there is no photo ${photoId}`);
        if (seenHash !== undefined && revise(before.dossier)?.hash !== seenHash)
          throw new DomainError(
            'changed',
            `photo ${photoId} changed since you looked at it; nothing was written; look at it again`,
          );
        const { fields, changes } = applyEdit(before.dossier.metadata.person, checked.data);
        if (changes.length === 0) return view(photoId);

        const position = reopenIfPublished(found, actor);
        personLayer.write(photoId, fields);
        const after = view(photoId);
        const revision = revise(after.dossier);
        if (revision !== null) judgements.record(after.dossier, revision);
        const voided = before.review.status === 'approved' && before.review.revisionHash !== after.revisionHash;
        const approvedBefore = before.review.status === 'approved' && !voided;
        writeDecision(photoId, {
          // The trigger voids on any write; an edit that publishes the same words leaves the approval as it was.
          ...(approvedBefore && { status: 'approved', voidReason: null }),
          revisionHash: after.revisionHash,
        });
        const detail = { changes, revisionHash: after.revisionHash };
        events.append(eventAbout(position, 'review.edited', detail, actor.name));
        if (voided) {
          const reason = 'the text changed after the approval';
          events.append(eventAbout(position, 'review.approval-voided', { reason }, actor.name));
        }
        return view(photoId);
      }),
  };
}

const fieldNames = { caption: 'caption', altText: 'alt text', keywords: 'keywords' } as const;

function whereItIs({ photo }: Dossier): string {
  const why = photo.refusal === null ? '' : ` (${photo.refusal.reason})`;
  return `it is ${photo.state} at ${photo.stage}${why}`;
}
