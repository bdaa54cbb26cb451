import type { StageName } from '@proofline/domain/stage.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, parseResponse } from '../lib/api.ts';

/** What is set for each stage, in the order of a photo's path. */
export const stagesQuery = () =>
  queryOptions({
    queryKey: ['stages'],
    queryFn: ({ signal }) => parseResponse(api.stages.$get({}, { init: { signal } })),
  });

/** `reason` null: the stages go on. */
export type Pause = { readonly stages: readonly StageName[]; readonly reason: string | null };

export function usePause() {
  const client = useQueryClient();
  return useMutation({
    async mutationFn({ stages, reason }: Pause) {
      const { pause } = api.stages[':stage'];
      await Promise.all(
        stages.map((stage) =>
          reason === null
            ? parseResponse(pause.$delete({ param: { stage } }))
            : parseResponse(pause.$put({ param: { stage }, json: { reason } })),
        ),
      );
    },
    // Where some of them were reached, the page says so.
    onSettled: () => client.invalidateQueries({ queryKey: ['stages'] }),
  });
}
