import type { BulkPreview } from '@proofline/domain/bulk-edit.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { ReviewView } from '@proofline/domain/review.ts';
import type { Context, TypedResponse } from 'hono';
import { recordReply, type Answering } from './record-reply.ts';
import { bulkPreview } from './replies/bulk.ts';
import { replies } from './replies/replies.ts';
import { reviewView } from './replies/review.ts';

/** A write that does not say what its writer has seen. */
export class PreconditionRequired extends Error {
  override readonly name = 'PreconditionRequired';
}

/** The revision that the request was made in view of, from `If-Match`. The revision's hash is the entity tag: equal content, equal tag. */
export const seenRevision = (c: Context) =>
  entityTag(
    c,
    'the request does not say which revision it changes; nothing was written; send the ETag of the review as If-Match',
  );

/** The preview that the request carries out, from `If-Match`. */
export const seenHash = (c: Context) =>
  entityTag(
    c,
    'the request does not say which preview it carries out; nothing was written; send the ETag of the preview as If-Match',
  );

function entityTag(c: Context, absence: string): string {
  const header = c.req.header('If-Match');
  if (header === undefined) throw new PreconditionRequired(absence);
  const hash = /^"([0-9a-f]{64})"$/.exec(header)?.[1];
  if (hash === undefined) throw new DomainError('changed', 'If-Match is no ETag of ours; nothing was written');
  return hash;
}

/** What `revisionReply` sends. */
export const repliesRevision = replies(reviewView, {
  headers: { ETag: { description: 'The revision; to be sent as If-Match when it is changed', always: true } },
});

/** Replies with a review and its revision as `ETag`. */
export function revisionReply(
  c: Answering<ReviewView>,
  view: ReviewView,
): Response & TypedResponse<ReviewView, 200, 'json'> {
  c.header('ETag', `"${view.revisionHash}"`);
  return recordReply(c, view);
}

/** What `previewReply` sends. */
export const repliesPreview = replies(bulkPreview, {
  headers: { ETag: { description: 'Its hash; to be sent as If-Match when it is carried out', always: true } },
});

/** Replies with a preview and its hash as `ETag`. */
export function previewReply(
  c: Answering<BulkPreview>,
  preview: BulkPreview,
): Response & TypedResponse<BulkPreview, 200, 'json'> {
  c.header('ETag', `"${preview.hash}"`);
  return recordReply(c, preview);
}
