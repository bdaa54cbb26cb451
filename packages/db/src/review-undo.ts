import { setImmediate } from 'node:timers/promises';
import type { Actor } from '@proofline/domain/actor.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { DossierStore } from '@proofline/domain/dossier.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type { PhotoField, PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { UNDO_STEPS, type ReviewActs, type UndonePhoto } from '@proofline/domain/review-act.ts';
import { eq } from 'drizzle-orm';
import { eventAbout } from './event-log.ts';
import type { FieldChange, PersonLayer } from './person-layer.ts';
import type { Position, Positions } from './positions.ts';
import type { Remembered, RememberedPhoto, ReviewActRecords } from './review-acts.ts';
import type { Revise } from './revision.ts';
import type { Revival } from './revival.ts';
import { reviews } from './schema.ts';
import type { TextJudgements } from './text-judgements.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type ReviewUndoNeeds = {
  readonly unit: UnitOfWork;
  readonly acts: ReviewActRecords;
  readonly positions: Positions;
  readonly dossiers: DossierStore;
  readonly revise: Revise;
  readonly personLayer: PersonLayer;
  readonly judgements: Pick<TextJudgements, 'record'>;
  readonly revival: Revival;
  readonly events: EventLog;
};

/** So many photos share a transaction; in between, others get their turn. */
const AT_ONCE = 25;

export function createReviewUndo(needs: ReviewUndoNeeds): ReviewActs {
  const { unit, acts, positions, dossiers, revise, personLayer, judgements, revival, events } = needs;

  function undoPhoto(actId: number, { photoId, before, after }: RememberedPhoto, actor: Actor): UndonePhoto {
    const left = (reason: string): UndonePhoto => ({ photoId, undoing: 'left', reason });
    const position = positions.find({ kind: 'photo', id: photoId });
    if (position === undefined) return left(`there is no photo ${photoId}`);
    const now = acts.now(photoId);
    if (!isSame(now, after))
      return left(`photo ${photoId} was changed again since, by ${now.review?.decidedBy ?? 'somebody'}; look at it`);
    if (after.review?.status === 'rejected') return bringBack(position, actor);
    if (position.state !== 'in-review')
      return left(`photo ${photoId} is not in review any more, it is ${position.state} at ${position.stage}`);
    restore(actId, position, before, after, actor);
    return { photoId, undoing: 'undone', reason: null };
  }

  function bringBack(position: Position, actor: Actor): UndonePhoto {
    const photoId = position.id;
    const asked = revival.ask(position, actor.name);
    if (asked.kind === 'impossible') return { photoId, undoing: 'left', reason: asked.reason };
    return {
      photoId,
      undoing: 'under-way',
      reason: `photo ${photoId} is made anew from its original and comes back to review; its name and draft may differ`,
    };
  }

  function restore(actId: number, position: Position, before: Remembered, after: Remembered, actor: Actor): void {
    const photoId = position.id;
    const changes = changesBetween(after.person, before.person);
    if (changes.length > 0) personLayer.write(photoId, before.person);
    const dossier = dossiers.get(photoId);
    const revision = revise(dossier);
    if (revision === null) throw new Error(`photo ${photoId} rests in review and has nothing to look at`);
    if (changes.length > 0) judgements.record(dossier, revision);
    // An approval comes back only to exactly what it was given to; the row of it is kept for ever.
    const isApproved = before.review?.status === 'approved' && before.review.revisionHash === revision.hash;
    const decision = { ...before.review, status: isApproved ? ('approved' as const) : ('pending' as const) };
    unit.orm
      .update(reviews)
      .set({ ...decision, revisionHash: revision.hash })
      .where(eq(reviews.photoId, photoId))
      .run();
    const detail = { actId, changes, status: decision.status, revisionHash: revision.hash };
    events.append(eventAbout(position, 'review.undone', detail, actor.name));
  }

  return {
    list: (actor, { before = Number.MAX_SAFE_INTEGER, limit }) =>
      acts.list(actor.name, before, Math.min(limit, UNDO_STEPS)),
    async undo(actor, actId) {
      const act = actId === undefined ? acts.newest(actor.name) : acts.get(actor.name, actId);
      if (act === undefined && actId !== undefined)
        throw new DomainError('not_found', `${actor.name} did nothing under the number ${actId} that can be undone`);
      if (act === undefined || act.undoneAt !== null)
        throw new DomainError('conflict', 'there is nothing left to undo; nothing was changed');
      const photos: UndonePhoto[] = [];
      for (;;) {
        const done = unit.write(() => {
          const standing = acts.standing(act.id, AT_ONCE);
          for (const photo of standing) {
            const result = undoPhoto(act.id, photo, actor);
            acts.close(act.id, photo.photoId, result.undoing, result.reason);
            photos.push(result);
          }
          if (standing.length < AT_ONCE) acts.finish(act.id);
          return standing.length < AT_ONCE;
        });
        if (done) break;
        await setImmediate();
      }
      const undone = acts.get(actor.name, act.id) ?? act;
      return { act: undone, photos: photos.toSorted((a, b) => a.photoId - b.photoId) };
    },
  };
}

/** Whether nobody decided or wrote anything in between. Hash and reason of a void approval follow from the rest. */
function isSame(now: Remembered, then: Remembered): boolean {
  const decided = ({ review }: Remembered) => [review?.status, review?.decidedBy, review?.decidedAt];
  return (
    JSON.stringify(decided(now)) === JSON.stringify(decided(then)) &&
    changesBetween(now.person, then.person).length === 0
  );
}

function changesBetween(from: PhotoFields, to: PhotoFields): readonly FieldChange[] {
  const fields = new Set([...Object.keys(from), ...Object.keys(to)] as PhotoField[]);
  return [...fields]
    .map((field) => ({ field, before: from[field] ?? null, after: to[field] ?? null }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}
