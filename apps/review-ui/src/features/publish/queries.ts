import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, parseResponse } from '../../lib/api.ts';

/** As many ids as fit into an address. */
const MOST_IN_ADDRESS = 300;
/** Photos on the site that are asked for at once. */
const ON_SITE_PAGE = 200;

/** What publishing would do now. */
export const planQuery = () =>
  queryOptions({
    queryKey: ['plan', 'all'],
    queryFn: ({ signal }) => parseResponse(api.publications.plan.$get({ query: {} }, { init: { signal } })),
  });

/** How the publication of exactly these photos stands. */
export const progressQuery = (photoIds: readonly number[]) =>
  queryOptions({
    queryKey: ['plan', photoIds],
    queryFn: ({ signal }) => planOf(photoIds, signal),
    enabled: photoIds.length > 0,
  });

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

async function planOf(photoIds: readonly number[], signal: AbortSignal) {
  const asked = photoIds.slice(0, MOST_IN_ADDRESS).map(String);
  if (asked.length === 0) return [];
  const { items } = await parseResponse(
    api.publications.plan.$get({ query: { photoId: asked } }, { init: { signal } }),
  );
  return items;
}

export function usePublish() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (photoIds: readonly number[]) =>
      parseResponse(api.publications.$post({ json: { photoIds: [...photoIds] } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['plan'] }),
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

/** Runs of publishing and withdrawing that are under way now, as photo ids. */
export const sendingQuery = () =>
  queryOptions({
    queryKey: ['stage-load', 'sending'],
    async queryFn({ signal }) {
      const load = await parseResponse(api.stages.load.$get({}, { init: { signal } }));
      const runs = load.filter(({ stage }) => stage === 'publish-photo').flatMap((stage) => stage.runs);
      return runs.map(({ subject }) => subject.id);
    },
  });
