import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, parseResponse } from '../../lib/api.ts';

/** As many ids as fit into an address. */
const MOST_IN_ADDRESS = 300;

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

/** The newest photos on the site, with what a correction in review would change. */
export const onSiteQuery = () =>
  queryOptions({
    queryKey: ['on-site'],
    async queryFn({ signal }) {
      const query = { status: 'approved', order: 'by-photo', limit: '1000' } as const;
      const approved = await parseResponse(api.reviews.$get({ query }, { init: { signal } }));
      const items = await planOf(
        approved.slice(-MOST_IN_ADDRESS).map(({ photoId }) => photoId),
        signal,
      );
      return items.filter(({ change }) => change === 'unchanged').toReversed();
    },
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
