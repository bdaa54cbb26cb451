import type { ReviewEdit, ReviewQueueItem, ReviewView } from '@proofline/domain/review.ts';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, parseResponse } from '../../lib/api.ts';

export type Override = { readonly rule: string; readonly note: string };

/** What rests in review. Read when the page opens and on demand, never because something happened: a session's list does not move. */
export const queueQuery = (setId: number | null) =>
  queryOptions({
    queryKey: ['queue', setId],
    queryFn: ({ signal }) =>
      parseResponse(
        api.reviews.queue.$get({ query: setId === null ? {} : { setId: String(setId) } }, { init: { signal } }),
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

export const cachedReview = (client: QueryClient, photoId: number): ReviewView | undefined =>
  client.getQueryData(reviewQuery(photoId).queryKey);

/** Keeps what a write answered: the photo as it stands, and its mark in every list. */
export function keepReview(client: QueryClient, view: ReviewView): void {
  const photoId = view.dossier.photo.id;
  client.setQueryData(reviewQuery(photoId).queryKey, view);
  markInQueues(client, photoId, view.dossier.review?.status ?? 'pending');
}

export function markInQueues(client: QueryClient, photoId: number, status: ReviewQueueItem['status']): void {
  client.setQueriesData<readonly ReviewQueueItem[]>({ queryKey: ['queue'] }, (items) =>
    items?.map((item) => (item.photoId === photoId ? { ...item, status } : item)),
  );
}

export const sendEdit = (photoId: number, revisionHash: string, edit: ReviewEdit) =>
  parseResponse(
    api.photos[':photoId'].review.$patch(
      { param: { photoId: String(photoId) }, json: edit },
      { headers: { 'If-Match': `"${revisionHash}"` } },
    ),
  );

export const sendApproval = (photoId: number, revisionHash: string, overrides: readonly Override[]) =>
  parseResponse(
    api.photos[':photoId'].approval.$put({
      param: { photoId: String(photoId) },
      json: { revisionHash, ...(overrides.length > 0 && { overrides: [...overrides] }) },
    }),
  );

export const sendTakingBack = (photoId: number) =>
  parseResponse(api.photos[':photoId'].approval.$delete({ param: { photoId: String(photoId) } }));

/** `keepalive`: it is sent even while the page is being closed. */
export async function sendRejection(photoId: number, reason: string, keepalive = false): Promise<void> {
  const request = { param: { photoId: String(photoId) }, json: { reason } };
  await parseResponse(api.photos[':photoId'].rejection.$put(request, { init: { keepalive } }));
}
