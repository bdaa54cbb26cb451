import type { ReviewQueueItem, ReviewStatus } from '@proofline/domain/review.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followEvents } from '../../lib/live-events.ts';
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
      client.setQueriesData<readonly ReviewQueueItem[]>({ queryKey: ['queue'] }, (items) =>
        items?.map((item) => marked(item, now.get(item.photoId))),
      );
    };
    const unfollow = followEvents(
      (event) => {
        const { photoId } = event;
        const status = statusAfter(event);
        if (photoId === null || status === undefined) return;
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

/** The same object where nothing changed: what shows it is not drawn again. */
function marked(item: ReviewQueueItem, status: ReviewStatus | undefined): ReviewQueueItem {
  return status === undefined || status === item.status ? item : { ...item, status };
}
