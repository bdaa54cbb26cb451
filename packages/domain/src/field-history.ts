import { z } from 'zod';
import type { Actor } from './actor.ts';
import { historyFields, type HistoryField } from './history-field.ts';
import type { ReviewView } from './review.ts';

/** Who wrote a value: the model of a draft with the version of its prompt, the file, or a person, who may have taken a draft. */
export type FieldAuthor =
  | { readonly kind: 'file' }
  | {
      readonly kind: 'model';
      readonly captioner: string;
      readonly model: string | null;
      readonly promptVersion: string;
    }
  | {
      readonly kind: 'person';
      readonly name: string;
      readonly tookDraftOf: {
        readonly captioner: string;
        readonly model: string | null;
        readonly promptVersion: string;
      } | null;
    };

export type FieldVersion = {
  /** Names it in a reversion: `file`, `draft-<id>` or `event-<id>`. */
  readonly id: string;
  readonly field: HistoryField;
  /** Null: the person took their own value away, and what stood below it showed again. */
  readonly value: unknown;
  readonly author: FieldAuthor;
  /** ISO 8601 UTC; null for what the file said. */
  readonly at: string | null;
  /** Whether it is what would be published now. */
  readonly isCurrent: boolean;
};

export const reversionRequest = z.strictObject({
  field: z.enum(historyFields),
  versionId: z.string().regex(/^(file|draft-\d{1,15}|event-\d{1,15})$/, 'must be the id of a version'),
});
export type ReversionRequest = z.infer<typeof reversionRequest>;

export type FieldHistories = {
  /** Every value that a field of the photo had, oldest first. */
  of(photoId: number): readonly FieldVersion[];
  /**
   * Writes an earlier value again, as this person's. Throws `DomainError('not_found')` for a version that is not there, `DomainError('changed')` when
   * the photo is at another revision than `seenHash`.
   */
  revert(photoId: number, request: ReversionRequest, actor: Actor, seenHash: string): ReviewView;
};
