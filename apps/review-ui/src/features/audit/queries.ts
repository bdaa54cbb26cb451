import type { FindingKind } from '@proofline/domain/site-audit.ts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, parseResponse } from '../../lib/api.ts';

const LOOK_AGAIN_MS = 1_000;
const PAGE = 100;

/** The newest audits; read again and again while one runs. */
export const auditsQuery = () =>
  queryOptions({
    queryKey: ['audits', 'latest'],
    queryFn: ({ signal }) => parseResponse(api.audits.$get({}, { init: { signal } })),
    refetchInterval: ({ state }) => (state.data?.some((audit) => audit.state === 'running') ? LOOK_AGAIN_MS : false),
  });

export const findingsQuery = (auditId: number, kind: FindingKind | null) =>
  infiniteQueryOptions({
    queryKey: ['audits', auditId, 'findings', kind],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      parseResponse(
        api.audits[':auditId'].findings.$get(
          {
            param: { auditId: String(auditId) },
            query: { after: String(pageParam), limit: String(PAGE), ...(kind !== null && { kind }) },
          },
          { init: { signal } },
        ),
      ),
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.id),
  });

function useAct<Input>(act: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: () => client.invalidateQueries({ queryKey: ['audits'] }) });
}

export const useStartAudit = () => useAct((deep: boolean) => parseResponse(api.audits.$post({ json: { deep } })));

export const useTakeFix = () =>
  useAct((findingId: number) =>
    parseResponse(api.audits.findings[':findingId'].taking.$put({ param: { findingId: String(findingId) } })),
  );

export const useDismiss = () =>
  useAct(({ findingId, reason }: { readonly findingId: number; readonly reason: string }) =>
    parseResponse(
      api.audits.findings[':findingId'].dismissal.$put({
        param: { findingId: String(findingId) },
        json: { reason },
      }),
    ),
  );
