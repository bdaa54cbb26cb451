import type { ReviewQueueItem } from '@proofline/domain/review.ts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { queueQuery } from './queries.ts';

/** A photo of the session; `isGone` when it rests in review no longer: published, rejected earlier, or taken back. */
export type SessionItem = ReviewQueueItem & { readonly isGone: boolean };

/** Where a person is in a list of photos that does not move under them. */
type Stored = { readonly ids: readonly number[]; readonly position: number; readonly startedAt: number };

const keyOf = (setId: number | null) => `proofline.review.${setId ?? 'all'}`;

function stored(setId: number | null): Stored | null {
  const text = sessionStorage.getItem(keyOf(setId));
  return text === null ? null : (JSON.parse(text) as Stored);
}

function store(setId: number | null, session: Stored): void {
  sessionStorage.setItem(keyOf(setId), JSON.stringify(session));
}

/**
 * The list of ids is frozen when a session begins, over reloads too: a decision marks its photo and takes it nowhere. `begin` asks for what waits now.
 */
export function useReviewSession(setId: number | null) {
  const query = useQuery(queueQuery(setId));
  const [begun, setBegun] = useState(0);
  const items = query.data;
  const session = useMemo(() => {
    if (items === undefined) return null;
    const known = new Map(items.map((item) => [item.photoId, item]));
    const before = stored(setId);
    const frozen = before !== null && before.ids.some((id) => known.has(id)) ? before : null;
    const current = frozen ?? { ids: items.map(({ photoId }) => photoId), position: 0, startedAt: Date.now() };
    if (frozen === null) store(setId, current);
    return { ...current, items: current.ids.map((id) => itemOf(id, known.get(id))) };
    // `begun`: a new list was asked for.
  }, [items, setId, begun]);

  const { refetch } = query;
  const begin = useCallback(async () => {
    sessionStorage.removeItem(keyOf(setId));
    await refetch();
    setBegun((times) => times + 1);
  }, [setId, refetch]);
  const rememberPosition = useCallback(
    (position: number) => {
      const before = stored(setId);
      if (before !== null) store(setId, { ...before, position });
    },
    [setId],
  );
  return { session, begin, rememberPosition, error: query.error, refetch };
}

/** Its place in the strip stays, whatever became of the photo. */
function itemOf(photoId: number, item: ReviewQueueItem | undefined): SessionItem {
  if (item !== undefined) return { ...item, isGone: false };
  return {
    isGone: true,
    photoId,
    setId: 0,
    status: 'pending',
    isBlocked: false,
    fileName: `photo ${photoId}`,
    thumb: null,
    preview: null,
  };
}
