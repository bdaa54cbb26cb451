import type { StageName } from '@proofline/domain/stage.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, parseResponse } from '../../lib/api.ts';

const EVENTS_SHOWN = 100;

export const stagesQuery = () =>
  queryOptions({
    queryKey: ['stages'],
    queryFn: ({ signal }) => parseResponse(api.stages.$get({}, { init: { signal } })),
  });

export const eventsQuery = () =>
  queryOptions({
    queryKey: ['events'],
    queryFn: ({ signal }) =>
      parseResponse(api.events.newest.$get({ query: { limit: String(EVENTS_SHOWN) } }, { init: { signal } })),
  });

export const crashReportsQuery = () =>
  queryOptions({
    queryKey: ['crash-reports'],
    queryFn: ({ signal }) => parseResponse(api['crash-reports'].$get({ query: {} }, { init: { signal } })),
  });

/** `reason` null: the stage goes on. */
export type Pause = { readonly stage: StageName; readonly reason: string | null };

export function usePause() {
  const client = useQueryClient();
  return useMutation({
    async mutationFn({ stage, reason }: Pause): Promise<void> {
      const { pause } = api.stages[':stage'];
      if (reason === null) await parseResponse(pause.$delete({ param: { stage } }));
      else await parseResponse(pause.$put({ param: { stage }, json: { reason } }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['stages'] }),
  });
}
