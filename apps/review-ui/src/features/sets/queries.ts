import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, parseResponse } from '../../lib/api.ts';

/** Null is the top: the folders that the configuration opens to browsers. */
export const foldersQuery = (path: string | null) =>
  queryOptions({
    queryKey: ['folders', path],
    queryFn: ({ signal }) =>
      parseResponse(api.folders.$get({ query: path === null ? {} : { path } }, { init: { signal } })),
    staleTime: 0,
  });

export type NewSet = {
  readonly sourceFolder: string;
  readonly includeSubfolders: boolean;
  readonly subject: string;
  readonly location: string;
  readonly folderKey: string;
};

export function useAddSet() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: NewSet) => parseResponse(api.sets.$post({ json })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['overview'] }),
  });
}

export function useRollBackSet() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ setId, reason }: { readonly setId: number; readonly reason: string }) =>
      parseResponse(api.rollbacks.$post({ json: { scope: 'set', id: setId, reason } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['overview'] }),
  });
}
