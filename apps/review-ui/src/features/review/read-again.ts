import type { ReviewQueueItem } from '@proofline/domain/review.ts';
import type { QueryClient } from '@tanstack/react-query';
import { api, parseResponse } from '../../lib/api.ts';
import { historyQuery, reviewQuery } from './queries.ts';

/** Brings photos that a write changed, many of them or such as nobody looks at, to what the server has of them. A list keeps its photos and their order. */
export async function readAgain(client: QueryClient, photoIds: readonly number[]): Promise<void> {
  if (photoIds.length === 0) return;
  for (const photoId of photoIds) {
    void client.invalidateQueries({ queryKey: reviewQuery(photoId).queryKey });
    void client.invalidateQueries({ queryKey: historyQuery(photoId).queryKey });
  }
  const queue = await parseResponse(api.reviews.queue.$get({ query: { order: 'by-photo' } }));
  const wanted = new Set(photoIds);
  const fresh = new Map(queue.filter(({ photoId }) => wanted.has(photoId)).map((item) => [item.photoId, item]));
  client.setQueriesData<readonly ReviewQueueItem[]>({ queryKey: ['queue'] }, (items) => {
    if (items === undefined) return items;
    const missing = new Map(fresh);
    const present = items.map((item) => {
      missing.delete(item.photoId);
      return fresh.get(item.photoId) ?? item;
    });
    return [...present, ...missing.values()];
  });
}
