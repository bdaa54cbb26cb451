import { bandOf } from '@proofline/domain/quality.ts';
import type { ReversionRequest } from '@proofline/domain/field-history.ts';
import type { DraftField } from '@proofline/domain/redraft.ts';
import type { ReviewEdit, ReviewQueueItem, ReviewView } from '@proofline/domain/review.ts';
import type { ReviewOrder } from '@proofline/domain/review-order.ts';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, parseResponse } from '../../lib/api.ts';
import { untilAnswered } from '../../lib/until-answered.ts';

export type Override = { readonly rule: string; readonly note: string };

/** What rests in review. Read when the page opens and on demand, never because something happened: a session's list does not move. */
export const queueQuery = (setId: number | null, order: ReviewOrder) =>
  queryOptions({
    queryKey: ['queue', setId, order],
    queryFn: ({ signal }) =>
      parseResponse(
        api.reviews.queue.$get(
          { query: { order, ...(setId !== null && { setId: String(setId) }) } },
          { init: { signal } },
        ),
      ),
    staleTime: Infinity,
    refetchOnMount: 'always',
  });

export const reviewQuery = (photoId: number) =>
  queryOptions({
    queryKey: ['review', photoId],
    queryFn: ({ signal }) =>
      parseResponse(api.reviews[':photoId'].$get({ param: { photoId: String(photoId) } }, { init: { signal } })),
  });

/** Where a photo stands that may have no review. Read again when something happened to it, as its review is. */
export const dossierQuery = (photoId: number) =>
  queryOptions({
    queryKey: ['review', photoId, 'dossier'],
    queryFn: ({ signal }) =>
      parseResponse(api.photos[':photoId'].$get({ param: { photoId: String(photoId) } }, { init: { signal } })),
    staleTime: 0,
  });

export const cachedReview = (client: QueryClient, photoId: number): ReviewView | undefined =>
  client.getQueryData(reviewQuery(photoId).queryKey);

/** Keeps what a write answered: the photo as it stands, and its mark in every list. */
export function keepReview(client: QueryClient, view: ReviewView): void {
  const photoId = view.dossier.photo.id;
  const { findings, confidence } = view.judgement;
  client.setQueryData(reviewQuery(photoId).queryKey, view);
  markInQueues(client, [photoId], {
    status: view.dossier.review?.status ?? 'pending',
    isBlocked: findings.some(({ severity }) => severity === 'block'),
    rules: [...new Set(findings.map(({ rule }) => rule))],
    confidence: confidence.overall,
    band: bandOf(view.published.rating),
  });
}

export function markInQueues(client: QueryClient, photoIds: readonly number[], marks: Partial<ReviewQueueItem>): void {
  const marked = new Set(photoIds);
  client.setQueriesData<readonly ReviewQueueItem[]>({ queryKey: ['queue'] }, (items) =>
    items?.map((item) => (marked.has(item.photoId) ? { ...item, ...marks } : item)),
  );
}

/** Every pixel of an original; large, so that it is kept for as long as it is looked at and no longer. The browser keeps the bytes. */
export const wholePhotoQuery = (photoId: number, sha256: string) =>
  queryOptions({
    queryKey: ['whole-photo', photoId, sha256],
    async queryFn({ signal }): Promise<Blob> {
      const image = api.photos[':photoId']['whole-images'][':sha256'];
      const response = await image.$get({ param: { photoId: String(photoId), sha256 } }, { init: { signal } });
      if (!response.ok) await parseResponse(response);
      return response.blob();
    },
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

/** Further drafts of one photo, newest first. */
export const redraftsQuery = (photoId: number) =>
  queryOptions({
    queryKey: ['redrafts', photoId],
    queryFn: ({ signal }) =>
      parseResponse(
        api.photos[':photoId'].redrafts.$get({ param: { photoId: String(photoId) } }, { init: { signal } }),
      ),
  });

export const sendRedraft = (photoId: number, request: { readonly hint?: string; readonly captioner?: string }) =>
  parseResponse(api.photos[':photoId'].redrafts.$post({ param: { photoId: String(photoId) }, json: request }));

export const sendTaking = (photoId: number, redraftId: number, fields: readonly DraftField[]) =>
  parseResponse(
    api.photos[':photoId'].redrafts[':redraftId'].taking.$post({
      param: { photoId: String(photoId), redraftId: String(redraftId) },
      json: { fields: [...fields] },
    }),
  );

/** Every value that a field of the photo had, oldest first. */
export const historyQuery = (photoId: number) =>
  queryOptions({
    queryKey: ['field-history', photoId],
    queryFn: ({ signal }) =>
      parseResponse(
        api.photos[':photoId']['field-history'].$get({ param: { photoId: String(photoId) } }, { init: { signal } }),
      ),
  });

export const sendReversion = (photoId: number, revisionHash: string, request: ReversionRequest) =>
  parseResponse(
    api.photos[':photoId'].reversions.$post(
      { param: { photoId: String(photoId) }, json: request },
      { headers: { 'If-Match': `"${revisionHash}"` } },
    ),
  );

export const sendEdit = (photoId: number, revisionHash: string, edit: ReviewEdit) =>
  untilAnswered(() =>
    parseResponse(
      api.photos[':photoId'].review.$patch(
        { param: { photoId: String(photoId) }, json: edit },
        { headers: { 'If-Match': `"${revisionHash}"` } },
      ),
    ),
  );

export const sendApproval = (photoId: number, revisionHash: string, overrides: readonly Override[]) =>
  untilAnswered(() =>
    parseResponse(
      api.photos[':photoId'].approval.$put({
        param: { photoId: String(photoId) },
        json: { revisionHash, ...(overrides.length > 0 && { overrides: [...overrides] }) },
      }),
    ),
  );

export const sendTakingBack = (photoId: number) =>
  untilAnswered(() => parseResponse(api.photos[':photoId'].approval.$delete({ param: { photoId: String(photoId) } })));
