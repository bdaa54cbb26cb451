import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { afterFrame } from '../../lib/after-frame.ts';
import { urlOf } from './image-urls.ts';
import type { Preloader } from './preloader.ts';
import { redraftsQuery, reviewQuery } from './queries.ts';
import type { Look } from './review-commands.ts';
import type { SessionItem } from './session.ts';
import type { PlaceInSession } from './use-place.ts';

/** The way one goes, and behind. */
const AHEAD = 3;
const BEHIND = 1;

type Given = {
  readonly client: QueryClient;
  readonly preloader: Preloader;
  readonly items: readonly SessionItem[];
  readonly place: PlaceInSession;
  readonly compared: readonly SessionItem[];
  readonly look: Look;
};

/** Keeps what is looked at, and what comes next the way one goes, decoded and its text read. */
export function useWindow({ client, preloader, items, place, compared, look }: Given): void {
  const { position, direction } = place;
  useEffect(() => {
    if (look === 'grid') return;
    const near = Array.from({ length: AHEAD + BEHIND }, (_, index) =>
      index < AHEAD ? position + direction * (index + 1) : position - direction * (index - AHEAD + 1),
    );
    const around = [position, ...near].flatMap((index) => items[index] ?? []);
    const wanted = look === 'compare' ? [...compared, ...around.slice(0, 1)] : around;
    return afterFrame(() => {
      preloader.keep(wanted.flatMap(({ photoId, preview }) => urlOf(photoId, preview) ?? []));
      for (const { photoId, isGone } of wanted) {
        if (isGone) continue;
        void client.prefetchQuery(reviewQuery(photoId));
        void client.prefetchQuery(redraftsQuery(photoId));
      }
    });
    // The compared ones change with the look.
  }, [client, preloader, items, position, direction, look]);
}
