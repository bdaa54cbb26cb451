import type { Redraft } from '@proofline/domain/redraft.ts';
import type { ReviewView } from '@proofline/domain/review.ts';
import type { QueryClient } from '@tanstack/react-query';
import { draftedBy } from './drafted-by.ts';
import { save, takeDraft, write, type FieldName, type Values } from './edits.ts';
import { redraftsQuery } from './queries.ts';

/** Another text for one field, from a draft, that is not what stands there. */
export type Candidate<Field extends FieldName = FieldName> = {
  readonly field: Field;
  readonly value: Values[Field];
  /** Null for the draft that the review was opened with. */
  readonly redraftId: number | null;
  readonly by: string;
};

/** What can be taken for the field: the first draft, then further ones, newest first; each text once. */
export function candidatesOf<Field extends FieldName>(
  { dossier: { draft } }: ReviewView,
  redrafts: readonly Redraft[],
  field: Field,
  present: Values[Field],
): readonly Candidate<Field>[] {
  const first = draft === null ? [] : [{ field, value: draft[field], redraftId: null, by: draftedBy(draft) }];
  const further = redrafts.flatMap(({ id, draft: other, hint }) =>
    other === null
      ? []
      : [
          {
            field,
            value: other[field],
            redraftId: id,
            by: hint === null ? draftedBy(other) : `${draftedBy(other)}, told “${hint}”`,
          },
        ],
  );
  const seen = new Set([text(present), text('')]);
  return [...first, ...further].filter(({ value }) => {
    const isNew = !seen.has(text(value));
    seen.add(text(value));
    return isNew;
  });
}

/** Puts it in the place of what stands there; like every edit it is saved and can be undone. */
export async function take(client: QueryClient, photoId: number, candidate: Candidate): Promise<void> {
  const { field, value, redraftId } = candidate;
  if (redraftId === null) {
    write(client, photoId, field, value);
    await save(client, photoId);
  } else {
    await takeDraft(client, photoId, redraftId, [field]);
    await client.invalidateQueries({ queryKey: redraftsQuery(photoId).queryKey });
  }
}

export const inWords = (value: Values[FieldName]) => (typeof value === 'string' ? value : value.join(', '));

const text = (value: Values[FieldName]) => inWords(value).trim();
