import type { SubjectSuggestion } from '@proofline/domain/subject-suggestion.ts';
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

/** A small picture of a photo right in this folder. */
export const folderThumbUrl = (path: string, name: string) =>
  `/api/folders/thumbs?${new URLSearchParams({ path, name }).toString()}`;

export type NewSet = {
  readonly sourceFolder: string;
  readonly includeSubfolders: boolean;
  readonly subject: string;
  readonly location: string;
  readonly folderKey: string;
  /** Absent for the operator's usual one. */
  readonly captioner?: string;
  readonly onBlocked: 'pause' | 'roll-back';
};

/** What the names of such a set would look like; nothing is reserved by asking. */
export const namePreviewQuery = (set: Pick<NewSet, 'subject' | 'location' | 'folderKey'>) =>
  queryOptions({
    queryKey: ['name-preview', set],
    queryFn: ({ signal }) => parseResponse(api['name-previews'].$get({ query: set }, { init: { signal } })),
    staleTime: 60_000,
  });

export const resumptionQuery = () =>
  queryOptions({
    queryKey: ['resumption'],
    queryFn: ({ signal }) => parseResponse(api.resumption.$get({}, { init: { signal } })),
  });

/** The server answers with nothing while the model looks; the same question joins the look that runs. */
export async function suggestSubject(
  folder: Pick<NewSet, 'sourceFolder' | 'includeSubfolders'>,
  signal: AbortSignal,
): Promise<SubjectSuggestion> {
  for (;;) {
    const { suggestion } = await parseResponse(
      api['subject-suggestions'].$post({ json: { ...folder } }, { init: { signal } }),
    );
    if (suggestion !== null) return suggestion;
    signal.throwIfAborted();
  }
}

export const sendSet = (json: NewSet) => parseResponse(api.sets.$post({ json }));

export function useRollBackSet() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ setId, reason }: { readonly setId: number; readonly reason: string }) =>
      parseResponse(api.rollbacks.$post({ json: { scope: 'set', id: setId, reason } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['overview'] }),
  });
}

/** `reason` null: the set goes on. */
export type Hold = { readonly setId: number; readonly reason: string | null };

export function useHoldSet() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ setId, reason }: Hold) => {
      const { hold } = api.sets[':setId'];
      const param = { setId: String(setId) };
      return reason === null
        ? parseResponse(hold.$delete({ param }))
        : parseResponse(hold.$put({ param, json: { reason } }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['overview'] }),
  });
}
