import { DomainError } from '@proofline/domain/domain-error.ts';
import type { DossierStore } from '@proofline/domain/dossier.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type { DraftField, Redraft, RedraftDesk, RedraftLog } from '@proofline/domain/redraft.ts';
import type { ReviewDesk } from '@proofline/domain/review.ts';
import { and, asc, desc, eq } from 'drizzle-orm';
import { draftOf, draftRow } from './draft-records.ts';
import { eventAbout, SYSTEM } from './event-log.ts';
import { redrafts, textDrafts } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

type Row = typeof redrafts.$inferSelect;

export function createRedraftDesk(
  unit: UnitOfWork,
  dossiers: DossierStore,
  reviews: Pick<ReviewDesk, 'edit'>,
  events: EventLog,
): RedraftDesk & RedraftLog {
  const { orm } = unit;

  function redraftOf(row: Row): Redraft {
    const draft = orm.select().from(textDrafts).where(eq(textDrafts.redraftId, row.id)).get();
    return { ...row, draft: draft === undefined ? null : draftOf(draft) };
  }

  function get(photoId: number, redraftId: number): Redraft {
    const row = orm
      .select()
      .from(redrafts)
      .where(and(eq(redrafts.id, redraftId), eq(redrafts.photoId, photoId)))
      .get();
    if (row === undefined) throw new DomainError('not_found', `photo ${photoId} has no redraft ${redraftId}`);
    return redraftOf(row);
  }

  const placeOf = (photoId: number) => {
    const { photo, set } = dossiers.get(photoId);
    return { runId: set.runId, setId: photo.setId, photoId };
  };

  const tell = (photoId: number, kind: string, detail: Readonly<Record<string, unknown>>, actor: string = SYSTEM) =>
    events.append(eventAbout(placeOf(photoId), kind, detail, actor));

  /** Writes about a redraft that is still queued; one that is gone, or was answered by a twin, stays as it is. */
  function whileQueued(redraftId: number, write: (row: Row) => void): void {
    unit.write(() => {
      const row = orm.select().from(redrafts).where(eq(redrafts.id, redraftId)).get();
      if (row?.state === 'queued') write(row);
    });
  }

  const update = (redraftId: number, changes: Partial<Row>) =>
    orm.update(redrafts).set(changes).where(eq(redrafts.id, redraftId)).run();

  return {
    request: (photoId, { hint, captioner }, actor) =>
      unit.write(() => {
        const { photo, set, renditions } = dossiers.get(photoId);
        if (photo.state !== 'in-review')
          throw new DomainError(
            'conflict',
            `photo ${photoId} is not in review, it is ${photo.state} at ${photo.stage}; nothing was asked for`,
          );
        if (!renditions.some(({ kind }) => kind === 'model-input'))
          throw new DomainError(
            'conflict',
            `the picture that captioners look at is gone since photo ${photoId} was published; write the text by hand`,
          );
        const requestedAt = unit.now();
        const values = { photoId, hint: hint ?? null, captioner: captioner ?? set.captioner, requestedAt };
        const row = orm
          .insert(redrafts)
          .values({ ...values, state: 'queued', requestedBy: actor.name })
          .returning()
          .get();
        tell(photoId, 'draft.requested', { redraftId: row.id, hint: row.hint, captioner: row.captioner }, actor.name);
        return redraftOf(row);
      }),
    list(photoId) {
      dossiers.get(photoId);
      const ofPhoto = eq(redrafts.photoId, photoId);
      return orm.select().from(redrafts).where(ofPhoto).orderBy(desc(redrafts.id)).all().map(redraftOf);
    },
    take: (photoId, redraftId, fields, actor) =>
      unit.write(() => {
        const { draft, takenFields, state } = get(photoId, redraftId);
        if (draft === null)
          throw new DomainError(
            'conflict',
            `redraft ${redraftId} of photo ${photoId} is ${state}; nothing was changed`,
          );
        const view = reviews.edit(photoId, wordsOf(draft, fields), actor);
        update(redraftId, { takenFields: [...new Set([...takenFields, ...fields])] });
        const { captioner, model, promptVersion } = draft;
        tell(photoId, 'draft.taken', { redraftId, fields, captioner, model, promptVersion }, actor.name);
        return view;
      }),
    queued: () =>
      orm.select().from(redrafts).where(eq(redrafts.state, 'queued')).orderBy(asc(redrafts.id)).all().map(redraftOf),
    finish: (redraftId, draft) =>
      whileQueued(redraftId, ({ photoId }) => {
        orm
          .insert(textDrafts)
          .values({ photoId, ...draftRow(draft), redraftId, createdAt: unit.now() })
          .run();
        update(redraftId, { state: 'drafted', problem: null });
        tell(photoId, 'draft.redrafted', { redraftId, captioner: draft.captioner, model: draft.model });
      }),
    fail: (redraftId, problem) =>
      whileQueued(redraftId, ({ photoId }) => {
        update(redraftId, { state: 'failed', problem });
        tell(photoId, 'draft.failed', { redraftId, problem });
      }),
    wait: (redraftId, problem) => whileQueued(redraftId, () => update(redraftId, { problem })),
  };
}

function wordsOf(draft: NonNullable<Redraft['draft']>, fields: readonly DraftField[]) {
  return {
    ...(fields.includes('caption') && { caption: draft.caption }),
    ...(fields.includes('altText') && { altText: draft.altText }),
    ...(fields.includes('keywords') && { keywords: [...draft.keywords] }),
  };
}
