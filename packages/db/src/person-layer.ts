import type { PhotoField, PhotoFields } from '@proofline/domain/photo-metadata.ts';
import type { ReviewEdit } from '@proofline/domain/review.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What a person wrote about a photo; no other layer is touched. */
export type PersonLayer = { write(photoId: number, fields: PhotoFields): void };

export function createPersonLayer({ sqlite }: UnitOfWork): PersonLayer {
  const upsert = sqlite.prepare(
    `INSERT INTO photo_metadata (photo_id, layer, fields) VALUES (?, 'person', ?)
     ON CONFLICT (photo_id, layer) DO UPDATE SET fields = excluded.fields`,
  );
  return {
    write(photoId, fields) {
      upsert.run(photoId, JSON.stringify(fields));
    },
  };
}

/** The names of the reviewer's form in the words of the metadata standard. */
const fieldOfEdit = {
  caption: 'description',
  altText: 'altTextAccessibility',
  keywords: 'keywords',
  headline: 'headline',
  qualityRating: 'qualityRating',
} as const satisfies Record<keyof ReviewEdit, PhotoField>;

export type FieldChange = { readonly field: PhotoField; readonly before: unknown; readonly after: unknown };

/** The layer with the edit in it, and what that changes; `null` takes the person's value away again. */
export function applyEdit(
  person: PhotoFields,
  edit: ReviewEdit,
): { readonly fields: PhotoFields; readonly changes: readonly FieldChange[] } {
  const fields: Record<string, unknown> = { ...person };
  const changes: FieldChange[] = [];
  for (const [key, field] of Object.entries(fieldOfEdit) as [keyof ReviewEdit, PhotoField][]) {
    const value = edit[key];
    if (value === undefined) continue;
    const before = person[field] ?? null;
    if (JSON.stringify(before) === JSON.stringify(value)) continue;
    if (value === null) delete fields[field];
    else fields[field] = value;
    changes.push({ field, before, after: value });
  }
  return { fields, changes };
}
