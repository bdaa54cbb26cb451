import type { ReviewQueueItem, ReviewStatus } from '@proofline/domain/review.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followEvents } from '../../lib/live-events.ts';
import { noteReason } from './rejection-reasons.ts';
import { statusAfter } from './status-after.ts';

/** A list may be long: what happens to many of its photos marks them together, this often at most. */
const MARK_EVERY_MS = 50;

/** Marks the photos of every list that somebody else decided. The lists themselves stay as they are. */
export function useFollowedMarks(): void {
  const client = useQueryClient();
  useEffect(() => {
    const marks = new Map<number, ReviewStatus>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const mark = () => {
      timer = undefined;
      const now = new Map(marks);
      marks.clear();
      client.setQueriesData<readonly ReviewQueueItem[]>(
        { queryKey: ['queue'] },
        (items) => items && marked(items, now),
      );
    };
    const unfollow = followEvents(
      (event) => {
        const { photoId } = event;
        const status = statusAfter(event);
        if (photoId === null || status === undefined) return;
        if (typeof event.detail['reason'] === 'string' && status === 'rejected')
          noteReason([photoId], event.detail['reason']);
        marks.set(photoId, status);
        timer ??= setTimeout(mark, MARK_EVERY_MS);
      },
      () => void client.invalidateQueries({ queryKey: ['queue'] }),
    );
    return () => {
      clearTimeout(timer);
      unfollow();
    };
  }, [client]);
}

/** The same objects where nothing changed: what shows them is not drawn again. Most of what happens is in no list, or marked already. */
function marked(
  items: readonly ReviewQueueItem[],
  marks: ReadonlyMap<number, ReviewStatus>,
): readonly ReviewQueueItem[] {
  const isOld = ({ photoId, status }: ReviewQueueItem) => (marks.get(photoId) ?? status) !== status;
  if (!items.some(isOld)) return items;
  return items.map((item) => (isOld(item) ? { ...item, status: marks.get(item.photoId)! } : item));
}
