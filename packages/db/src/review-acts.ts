import type { Actor } from '@proofline/domain/actor.ts';
import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { UNDO_STEPS, type ReviewAct, type ReviewActKind, type Undoing } from '@proofline/domain/review-act.ts';
import type { Review, ReviewDesk } from '@proofline/domain/review.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What an act can change of a photo: the person's words, and where the review stands. */
export type Remembered = {
  readonly person: PhotoFields;
  readonly review: (Omit<Review, 'photoId' | 'revisionHash'> & { readonly revisionHash: string | null }) | null;
};

export type RememberedPhoto = { readonly photoId: number; readonly before: Remembered; readonly after: Remembered };

export type ReviewActRecords = {
  now(photoId: number): Remembered;
  /** Does `work`, and keeps what it changed of the photo as an act of its own, or as a part of `actId`. */
  record<T>(kind: ReviewActKind, actor: Actor, photoId: number, work: () => T, actId?: number): T;
  /** Begins an act of many photos. One that changes nothing is not kept: `drop` it. */
  begin(kind: ReviewActKind, actor: Actor): number;
  drop(actId: number): void;
  /** Newest first. */
  list(actor: string, before: number, limit: number): readonly ReviewAct[];
  get(actor: string, actId: number): ReviewAct | undefined;
  /** The newest act that stands. */
  newest(actor: string): ReviewAct | undefined;
  /** What of the act was not looked at yet, the last first. */
  standing(actId: number, limit: number): readonly RememberedPhoto[];
  close(actId: number, photoId: number, undoing: Undoing, reason: string | null): void;
  finish(actId: number): void;
};

type ReviewRow = NonNullable<Remembered['review']>;

export function createReviewActs(unit: UnitOfWork): ReviewActRecords {
  const { sqlite } = unit;
  const selectPerson = sqlite
    .prepare<[number], string>(`SELECT fields FROM photo_metadata WHERE photo_id = ? AND layer = 'person'`)
    .pluck();
  const selectReview = sqlite.prepare<[number], ReviewRow>(
    `SELECT status, revision_hash AS revisionHash, decided_by AS decidedBy, decided_at AS decidedAt, note, void_reason AS voidReason
     FROM reviews WHERE photo_id = ?`,
  );
  const insertAct = sqlite
    .prepare<[string, string, string], number>(
      `INSERT INTO review_acts (kind, actor, at) VALUES (?, ?, ?) RETURNING id`,
    )
    .pluck();
  const insertPhoto = sqlite.prepare(
    `INSERT INTO review_act_photos (act_id, photo_id, before, after) VALUES (?, ?, ?, ?)`,
  );
  // What nobody can undo any more need not be kept: the events hold what happened.
  const forget = sqlite.prepare(
    `DELETE FROM review_acts WHERE actor = @actor AND id < (
       SELECT id FROM review_acts WHERE actor = @actor ORDER BY id DESC LIMIT 1 OFFSET ${UNDO_STEPS - 1})`,
  );
  const remove = sqlite.prepare(`DELETE FROM review_acts WHERE id = ?`);
  const columns = `a.id, a.kind, a.actor, a.at, a.undone_at AS undoneAt,
    (SELECT count(*) FROM review_act_photos p WHERE p.act_id = a.id) AS photos,
    (SELECT min(p.photo_id) FROM review_act_photos p WHERE p.act_id = a.id) AS firstPhotoId`;
  const select = sqlite.prepare<[string, number, number], ReviewAct>(
    `SELECT ${columns} FROM review_acts a WHERE a.actor = ? AND a.id < ? ORDER BY a.id DESC LIMIT ?`,
  );
  const selectOne = sqlite.prepare<[string, number], ReviewAct>(
    `SELECT ${columns} FROM review_acts a WHERE a.actor = ? AND a.id = ?`,
  );
  const selectNewest = sqlite.prepare<[string], ReviewAct>(
    `SELECT ${columns} FROM review_acts a WHERE a.actor = ? AND a.undone_at IS NULL ORDER BY a.id DESC LIMIT 1`,
  );
  const selectStanding = sqlite.prepare<[number, number], { photoId: number; before: string; after: string }>(
    `SELECT photo_id AS photoId, before, after FROM review_act_photos
     WHERE act_id = ? AND undoing IS NULL ORDER BY photo_id DESC LIMIT ?`,
  );
  const closePhoto = sqlite.prepare(
    `UPDATE review_act_photos SET undoing = ?, reason = ? WHERE act_id = ? AND photo_id = ?`,
  );
  const finishAct = sqlite.prepare(`UPDATE review_acts SET undone_at = ? WHERE id = ?`);

  const now = (photoId: number): Remembered => ({
    person: JSON.parse(selectPerson.get(photoId) ?? '{}') as PhotoFields,
    review: selectReview.get(photoId) ?? null,
  });

  function begin(kind: ReviewActKind, { name }: Actor): number {
    const id = insertAct.get(kind, name, unit.now())!;
    forget.run({ actor: name });
    return id;
  }

  return {
    now,
    begin: (kind, actor) => unit.write(() => begin(kind, actor)),
    drop: (actId) => void remove.run(actId),
    record: (kind, actor, photoId, work, actId) =>
      unit.write(() => {
        const before = now(photoId);
        const result = work();
        const after = now(photoId);
        if (JSON.stringify(before) !== JSON.stringify(after))
          insertPhoto.run(actId ?? begin(kind, actor), photoId, JSON.stringify(before), JSON.stringify(after));
        return result;
      }),
    list: (actor, before, limit) => select.all(actor, before, limit),
    get: (actor, actId) => selectOne.get(actor, actId),
    newest: (actor) => selectNewest.get(actor),
    standing: (actId, limit) =>
      selectStanding.all(actId, limit).map(({ photoId, before, after }) => ({
        photoId,
        before: JSON.parse(before) as Remembered,
        after: JSON.parse(after) as Remembered,
      })),
    close: (actId, photoId, undoing, reason) => void closePhoto.run(undoing, reason, actId, photoId),
    finish: (actId) => void finishAct.run(unit.now(), actId),
  };
}

/** The same desk; what a person does at it can be undone. */
export function recordActs(desk: ReviewDesk, acts: ReviewActRecords): ReviewDesk {
  return {
    ...desk,
    approve: (photoId, decision, actor) =>
      acts.record('approval', actor, photoId, () => desk.approve(photoId, decision, actor)),
    takeBack: (photoId, actor) => acts.record('taking-back', actor, photoId, () => desk.takeBack(photoId, actor)),
    reject: (photoId, decision, actor) =>
      acts.record('rejection', actor, photoId, () => desk.reject(photoId, decision, actor)),
    edit: (photoId, edit, actor, seenHash) =>
      acts.record('edit', actor, photoId, () => desk.edit(photoId, edit, actor, seenHash)),
  };
}
