import type { Actor } from '@proofline/domain/actor.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { DossierStore } from '@proofline/domain/dossier.ts';
import type { FieldAuthor, FieldHistories, FieldVersion } from '@proofline/domain/field-history.ts';
import { historyFields, type HistoryField } from '@proofline/domain/history-field.ts';
import { publishedFields, type PhotoField } from '@proofline/domain/photo-metadata.ts';
import type { ReviewDesk, ReviewEdit } from '@proofline/domain/review.ts';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { FieldChange } from './person-layer.ts';
import type { ReviewActRecords } from './review-acts.ts';
import { events, textDrafts } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const layerField = {
  caption: 'description',
  altText: 'altTextAccessibility',
  keywords: 'keywords',
  headline: 'headline',
  qualityRating: 'qualityRating',
} as const satisfies Record<HistoryField, PhotoField>;

const told = ['review.edited', 'review.undone', 'draft.taken'];

type Version = Omit<FieldVersion, 'isCurrent'>;

export function createFieldHistories(
  { orm }: UnitOfWork,
  dossiers: DossierStore,
  reviews: ReviewDesk,
  acts: ReviewActRecords,
): FieldHistories {
  /** What the first drafts said; a further draft counts when a person took it. */
  function ofDrafts(photoId: number): readonly Version[] {
    const drafts = orm
      .select()
      .from(textDrafts)
      .where(and(eq(textDrafts.photoId, photoId), isNull(textDrafts.redraftId)))
      .orderBy(asc(textDrafts.id))
      .all();
    return drafts.flatMap(({ id, captioner, model, promptVersion, caption, altText, keywords, createdAt }) =>
      Object.entries({ caption, altText, keywords }).map(([field, value]) => ({
        id: `draft-${id}`,
        field: field as HistoryField,
        value,
        author: { kind: 'model', captioner, model, promptVersion } as const,
        at: createdAt,
      })),
    );
  }

  function ofPersons(photoId: number): readonly Version[] {
    const rows = orm
      .select()
      .from(events)
      .where(and(eq(events.photoId, photoId), inArray(events.kind, told)))
      .orderBy(asc(events.id))
      .all();
    return rows.flatMap(({ id, kind, actor, at, detail }, index) => {
      if (kind === 'draft.taken') return [];
      // Taking a draft writes its words first and says so next.
      const next = rows[index + 1];
      const taken = next?.kind === 'draft.taken' && next.actor === actor ? next.detail : undefined;
      const changes = (detail['changes'] ?? []) as readonly FieldChange[];
      return historyFields.flatMap((field) => {
        const change = changes.find((one) => one.field === layerField[field]);
        if (change === undefined) return [];
        const author: FieldAuthor = { kind: 'person', name: actor, tookDraftOf: draftIn(taken, field) };
        return [{ id: `event-${id}`, field, value: change.after, author, at }];
      });
    });
  }

  function of(photoId: number): readonly FieldVersion[] {
    const { metadata } = dossiers.get(photoId);
    const fromFile = historyFields.flatMap((field): readonly Version[] => {
      const value = metadata.file[layerField[field]];
      return value === undefined ? [] : [{ id: 'file', field, value, author: { kind: 'file' }, at: null }];
    });
    const versions = [...fromFile, ...ofDrafts(photoId), ...ofPersons(photoId)];
    const published = publishedFields(metadata);
    const current = new Map<HistoryField, Version | undefined>(
      historyFields.map((field) => {
        const now = JSON.stringify(published[layerField[field]] ?? null);
        return [field, versions.findLast((one) => one.field === field && JSON.stringify(one.value ?? null) === now)];
      }),
    );
    return versions.map((version) => ({ ...version, isCurrent: current.get(version.field) === version }));
  }

  return {
    of,
    revert(photoId, { field, versionId }, actor: Actor, seenHash) {
      const version = of(photoId).find((one) => one.id === versionId && one.field === field);
      if (version === undefined)
        throw new DomainError('not_found', `photo ${photoId} has no ${versionId} of its ${field}; nothing was changed`);
      const edit = { [field]: version.value } as ReviewEdit;
      return acts.record('reversion', actor, photoId, () => reviews.edit(photoId, edit, actor, seenHash));
    },
  };
}

function draftIn(taken: Readonly<Record<string, unknown>> | undefined, field: HistoryField) {
  if (taken === undefined || !(taken['fields'] as readonly string[]).includes(field)) return null;
  const { captioner, model, promptVersion } = taken as {
    captioner: string;
    model: string | null;
    promptVersion: string;
  };
  return { captioner, model, promptVersion };
}
