import type { FoundPhoto } from '@proofline/domain/photo-list.ts';
import { wordsIn } from '@proofline/domain/photo-list.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, parseResponse } from '../lib/api.ts';

/** As many as the API gives at once. */
const MOST_AT_ONCE = 1000;
/** So often one search goes on: a word that every photo of a large catalogue holds would be read for minutes. */
const MOST_STEPS = 60;
const PAGE = 100;

const search = (text: string, before: number | null, limit: number, signal: AbortSignal) =>
  parseResponse(
    api.searches.$get(
      { query: { text, limit: String(limit), ...(before !== null && { before: String(before) }) } },
      { init: { signal } },
    ),
  );

export type Matches = {
  readonly ids: ReadonlySet<number>;
  /** Photos older than this one were not looked at; null where all were. */
  readonly lookedBackTo: number | null;
};

/** Which photos hold all words of `text`, down to the id `leastId`, below which nobody asks. */
export const matchesQuery = (text: string, leastId: number) =>
  queryOptions({
    queryKey: ['word-search', 'matches', text, leastId],
    async queryFn({ signal }): Promise<Matches> {
      const ids = new Set<number>();
      let before: number | null = null;
      for (let step = 0; step < MOST_STEPS; step += 1) {
        const found: { readonly photos: readonly FoundPhoto[]; readonly before: number | null } = await search(
          text,
          before,
          MOST_AT_ONCE,
          signal,
        );
        for (const { id } of found.photos) ids.add(id);
        before = found.before;
        if (before === null || before <= leastId) return { ids, lookedBackTo: null };
      }
      return { ids, lookedBackTo: before };
    },
    enabled: hasWord(text),
    staleTime: 10_000,
    // Words that the API refuses stay refused.
    retry: false,
  });

/** Photos that hold all words of `text`, the newest first, page by page. */
export const foundPhotosQuery = (text: string) =>
  infiniteQueryOptions({
    queryKey: ['word-search', 'photos', text],
    initialPageParam: null as number | null,
    queryFn: ({ signal, pageParam }) => search(text, pageParam, PAGE, signal),
    getNextPageParam: ({ before }) => before,
    enabled: hasWord(text),
    retry: false,
  });

export const hasWord = (text: string): boolean => wordsIn(text).length > 0;
