import type { PublicationRange, PublicationState } from '@proofline/domain/publication.ts';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, parseResponse } from '../../lib/api.ts';
import { progressTally } from './progress-tally.ts';
import type { PublicationRun } from './publication-run.ts';

/** Photos under publication that are asked for at once. */
const PROGRESS_PAGE = 100;
/** Between two photos that are begun or done nothing is told; a step of a large file is seen this soon. */
const LOOK_AGAIN_MS = 1_000;
/** Photos on the site that are asked for at once. */
const ON_SITE_PAGE = 200;

/** What publishing would do now. */
export const planQuery = () =>
  queryOptions({
    queryKey: ['plan', 'all'],
    queryFn: ({ signal }) => parseResponse(api.publications.plan.$get({ query: {} }, { init: { signal } })),
  });

/** How far the photos of a publication are, those in one state or all. */
export const progressQuery = ({ first, last }: PublicationRun, state: PublicationState | null) =>
  infiniteQueryOptions({
    queryKey: ['publication-progress', first, last, state],
    initialPageParam: null as number | null,
    queryFn: ({ signal, pageParam }) => progressPage({ first, last }, { state, after: pageParam }, signal),
    getNextPageParam: ({ items }) => (items.length < PROGRESS_PAGE ? null : items.at(-1)!.photoId),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data?.pages[0] !== undefined && progressTally(data.pages[0].targets).isOver ? false : LOOK_AGAIN_MS,
  });

function progressPage(
  { first, last }: PublicationRange,
  { state, after }: { readonly state: PublicationState | null; readonly after: number | null },
  signal?: AbortSignal,
) {
  const query = {
    first: String(first),
    last: String(last),
    limit: String(PROGRESS_PAGE),
    ...(state !== null && { state }),
    ...(after !== null && { after: String(after) }),
  };
  return parseResponse(api.publications.progress.$get({ query }, { init: { ...(signal && { signal }) } }));
}

/** What the site shows, the newest first. */
export const onSiteQuery = () =>
  infiniteQueryOptions({
    queryKey: ['on-site'],
    initialPageParam: null as number | null,
    queryFn: ({ signal, pageParam }) => {
      const query = { limit: String(ON_SITE_PAGE), ...(pageParam !== null && { before: String(pageParam) }) };
      return parseResponse(api.publications.$get({ query }, { init: { signal } }));
    },
    getNextPageParam: (page) => (page.length < ON_SITE_PAGE ? null : page.at(-1)!.publicationId),
  });

export function usePublish() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (photoIds: readonly number[]) =>
      parseResponse(api.publications.$post({ json: { photoIds: [...photoIds] } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['plan'] }),
  });
}

/** Asks once more for everything of a publication that came to nothing. */
export function usePublishFailedAgain(run: PublicationRun) {
  const client = useQueryClient();
  return useMutation({
    async mutationFn() {
      const photoIds: number[] = [];
      for (let after: number | null = null; ;) {
        const { items } = await progressPage(run, { state: 'failed', after });
        photoIds.push(...items.map(({ photoId }) => photoId));
        if (items.length < PROGRESS_PAGE) break;
        after = items.at(-1)!.photoId;
      }
      await parseResponse(api.publications.$post({ json: { photoIds } }));
    },
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['publication-progress'] });
      await client.invalidateQueries({ queryKey: ['plan'] });
    },
  });
}

export type Leaving = { readonly photoId: number; readonly kind: 'withdrawal' | 'roll-back'; readonly reason: string };

export function useTakeOff() {
  const client = useQueryClient();
  return useMutation({
    async mutationFn({ photoId, kind, reason }: Leaving): Promise<void> {
      const photo = api.photos[':photoId'];
      const request = { param: { photoId: String(photoId) }, json: { reason } };
      if (kind === 'withdrawal') await parseResponse(photo.withdrawal.$put(request));
      else await parseResponse(photo['publication-roll-back'].$put(request));
    },
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['plan'] });
      await client.invalidateQueries({ queryKey: ['on-site'] });
    },
  });
}
