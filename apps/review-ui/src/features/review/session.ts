import type { ReviewQueueItem } from '@proofline/domain/review.ts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { matchesQuery } from '../../frame/word-search.ts';
import { isWanted, usualOrder, type SessionFilter } from './filter.ts';
import { queueQuery } from './queries.ts';
import { useFollowedMarks } from './use-followed-marks.ts';

/** A photo of the session; `isGone` when it rests in review no longer: published, rejected earlier, or taken back. */
export type SessionItem = ReviewQueueItem & { readonly isGone: boolean };

/** Where a person is in a list of photos that does not move under them. */
export type Place = {
  readonly position: number;
  readonly startedAt: number;
  /** Time between one photo and the next, pauses left out, in milliseconds. */
  readonly activeMs: number;
  readonly lastAtMs: number;
};

/** Who looks at one photo for longer than this went away. */
const LONGEST_LOOK_MS = 120_000;

const keyOf = (filter: SessionFilter) => `proofline.review.${JSON.stringify(filter)}`;

// Apart, because the place is written at every step and the list may be long.
const idsKey = (filter: SessionFilter) => `${keyOf(filter)}.ids`;
const placeKey = (filter: SessionFilter) => `${keyOf(filter)}.place`;

function read(key: string): unknown {
  const text = sessionStorage.getItem(key);
  return text === null ? null : JSON.parse(text);
}

function write(key: string, value: unknown): void {
  sessionStorage.setItem(key, JSON.stringify(value));
}

/**
 * The list of ids is frozen when a session begins, over reloads too: a decision marks its photo and takes it nowhere. `begin` asks for what waits now.
 */
export function useReviewSession(filter: SessionFilter) {
  const query = useQuery(queueQuery(filter.setId ?? null, filter.order ?? usualOrder));
  useFollowedMarks();
  const [begun, setBegun] = useState(0);
  const key = keyOf(filter);
  const queue = query.data;
  const leastId = useMemo(() => queue?.reduce((least, { photoId }) => Math.min(least, photoId), Infinity), [queue]);
  const search = useQuery({
    ...matchesQuery(filter.text ?? '', leastId ?? 0),
    ...((filter.text === undefined || queue === undefined || queue.length === 0) && { enabled: false }),
  });
  const matches = filter.text === undefined || queue?.length === 0 ? everything : search.data;
  const session = useMemo(() => {
    if (queue === undefined) return null;
    const known = new Map(queue.map((item) => [item.photoId, item]));
    const before = read(idsKey(filter)) as readonly number[] | null;
    const isKept = before?.some((id) => known.has(id)) === true;
    if (!isKept && matches === undefined) return null;
    const wanted = (item: ReviewQueueItem) =>
      isWanted(filter, item) && (matches?.ids === undefined || matches.ids.has(item.photoId));
    const ids = isKept ? before : queue.filter(wanted).map(({ photoId }) => photoId);
    const now = Date.now();
    const place = (isKept ? (read(placeKey(filter)) as Place | null) : null) ?? {
      position: 0,
      startedAt: now,
      activeMs: 0,
      lastAtMs: now,
    };
    if (!isKept) write(idsKey(filter), ids);
    write(placeKey(filter), place);
    return { ...place, items: ids.map((id) => itemOf(id, known.get(id))) };
    // `begun`: a new list was asked for. The filter is its key.
  }, [queue, matches, key, begun]);

  const { refetch } = query;
  const begin = useCallback(async () => {
    endSession(filter);
    await refetch();
    if (filter.text !== undefined) await search.refetch();
    setBegun((times) => times + 1);
  }, [key, refetch, search.refetch]);
  const rememberPosition = useCallback(
    (position: number) => {
      const before = read(placeKey(filter)) as Place | null;
      if (before === null) return;
      const now = Date.now();
      const lookedMs = now - before.lastAtMs;
      const activeMs = before.activeMs + (lookedMs < LONGEST_LOOK_MS ? lookedMs : 0);
      write(placeKey(filter), { ...before, position, activeMs, lastAtMs: now });
    },
    [key],
  );
  const activeMs = useCallback(() => (read(placeKey(filter)) as Place | null)?.activeMs ?? 0, [key]);
  return {
    session,
    queue,
    begin,
    rememberPosition,
    activeMs,
    error: query.error ?? search.error,
    refetch: query.error === null && search.error !== null ? search.refetch : refetch,
    lookedBackTo: matches?.lookedBackTo ?? null,
  };
}

const everything = { ids: undefined, lookedBackTo: null };

/** The next list of this filter is made of what waits then. */
export function endSession(filter: SessionFilter): void {
  sessionStorage.removeItem(idsKey(filter));
}

/** One object for one state of a photo: a mark on one photo leaves all others as they were. */
const present = new WeakMap<ReviewQueueItem, SessionItem>();

/** Its place in the strip stays, whatever became of the photo. */
function itemOf(photoId: number, item: ReviewQueueItem | undefined): SessionItem {
  if (item === undefined) return gone(photoId);
  const known = present.get(item) ?? { ...item, isGone: false };
  present.set(item, known);
  return known;
}

const gone = (photoId: number): SessionItem => ({
  isGone: true,
  photoId,
  setId: 0,
  status: 'pending',
  isBlocked: false,
  fileName: `photo ${photoId}`,
  band: 'NA',
  confidence: null,
  rules: [],
  group: null,
  camera: null,
  takenAt: null,
  thumb: null,
  preview: null,
});
