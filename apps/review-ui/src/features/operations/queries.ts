import type { RetryRequest } from '@proofline/domain/failure.ts';
import type { QueuedJobState } from '@proofline/domain/queue-view.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, parseResponse } from '../../lib/api.ts';

const EVENTS_SHOWN = 300;
/** Events of roll-backs that are asked for at once: a large set has two for each of its photos. */
const ROLL_BACKS_PAGE = 500;
export const JOBS_A_PAGE = 50;

/** What is due at each stage, and who works on what. */
export const loadQuery = () =>
  queryOptions({
    queryKey: ['stage-load', 'all'],
    queryFn: ({ signal }) => parseResponse(api.stages.load.$get({}, { init: { signal } })),
  });

export const eventsQuery = () =>
  queryOptions({
    queryKey: ['events'],
    queryFn: ({ signal }) =>
      parseResponse(api.events.newest.$get({ query: { limit: String(EVENTS_SHOWN) } }, { init: { signal } })),
  });

/** What was taken back, newest first. */
export const rollBacksQuery = () =>
  infiniteQueryOptions({
    queryKey: ['roll-backs'],
    initialPageParam: null as number | null,
    queryFn: ({ signal, pageParam }) => {
      const query = { limit: String(ROLL_BACKS_PAGE), ...(pageParam !== null && { before: String(pageParam) }) };
      return parseResponse(api.rollbacks.$get({ query }, { init: { signal } }));
    },
    getNextPageParam: (page) => (page.length < ROLL_BACKS_PAGE ? null : page.at(-1)!.id),
  });

export const crashReportsQuery = () =>
  queryOptions({
    queryKey: ['crash-reports'],
    queryFn: ({ signal }) => parseResponse(api['crash-reports'].$get({ query: {} }, { init: { signal } })),
  });

/** What ended refused or given up, by its cause, over all sets. */
export const failuresQuery = () =>
  queryOptions({
    queryKey: ['failures'],
    queryFn: ({ signal }) => parseResponse(api.failures.$get({ query: {} }, { init: { signal } })),
  });

/** Jobs come and go by the hundred; while somebody looks, the engine is asked this often. */
const LOOK_AGAIN_MS = 3_000;

export const queuesQuery = () =>
  queryOptions({
    queryKey: ['queues'],
    queryFn: ({ signal }) => parseResponse(api.queues.$get({}, { init: { signal } })),
    refetchInterval: LOOK_AGAIN_MS,
  });

/** Oldest first, behind the first `skip`. */
export const queuedJobsQuery = (stage: StageName, state: QueuedJobState, skip: number) =>
  queryOptions({
    queryKey: ['queues', stage, state, skip],
    queryFn: ({ signal }) =>
      parseResponse(
        api.queues[':stage'].jobs.$get(
          { param: { stage }, query: { state, skip: String(skip), limit: String(JOBS_A_PAGE) } },
          { init: { signal } },
        ),
      ),
    refetchInterval: LOOK_AGAIN_MS,
  });

export const failedPublicationsQuery = () =>
  queryOptions({
    queryKey: ['plan', 'failed'],
    async queryFn({ signal }) {
      const plan = api.publications.plan.$get({ query: { failed: 'true' } }, { init: { signal } });
      return (await parseResponse(plan)).items;
    },
  });

/** Everything that is known of one photo; read for its picture. */
export const photoQuery = (photoId: number) =>
  queryOptions({
    queryKey: ['photo', photoId],
    queryFn: ({ signal }) =>
      parseResponse(api.photos[':photoId'].$get({ param: { photoId: String(photoId) } }, { init: { signal } })),
    staleTime: 60_000,
  });

function useAct<Input>(act: (input: Input) => Promise<unknown>, changes: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: [changes] }),
  });
}

/** `max` null: as many at once as the processes take. */
export const useLimit = () =>
  useAct(
    ({ stage, max }: { readonly stage: StageName; readonly max: number | null }) =>
      parseResponse(api.stages[':stage'].concurrency.$put({ param: { stage }, json: { max } })),
    'stages',
  );

/** A second click, or a reply that was lost on its way, begins nothing twice. */
export const useRetry = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: RetryRequest) =>
      parseResponse(
        api.failures.retries.$post({ json: request }, { headers: { 'Idempotency-Key': crypto.randomUUID() } }),
      ),
    onSettled: () =>
      Promise.all(['failures', 'overview'].map((changed) => client.invalidateQueries({ queryKey: [changed] }))),
  });
};

export const usePublishAgain = () =>
  useAct(
    (photoIds: readonly number[]) => parseResponse(api.publications.$post({ json: { photoIds: [...photoIds] } })),
    'plan',
  );

type GivingBack = { readonly photoIds: readonly number[]; readonly reason: string };

/** One after the other; what was given back before one was refused stays given back. */
export const useGiveBack = () =>
  useAct(async ({ photoIds, reason }: GivingBack) => {
    for (const id of photoIds) await parseResponse(api.rollbacks.$post({ json: { scope: 'photo', id, reason } }));
  }, 'overview');

export const useWithdrawAgain = () =>
  useAct(async ({ photoIds, reason }: GivingBack) => {
    for (const photoId of photoIds)
      await parseResponse(
        api.photos[':photoId'].withdrawal.$put({ param: { photoId: String(photoId) }, json: { reason } }),
      );
  }, 'overview');
