import { queryOptions } from '@tanstack/react-query';
import { api, parseResponse } from '../lib/api.ts';

/** Who can draft texts, and what is wrong with whom. */
export const captionersQuery = () =>
  queryOptions({
    queryKey: ['captioners'],
    queryFn: ({ signal }) => parseResponse(api.captioners.$get({}, { init: { signal } })),
    staleTime: 60_000,
  });
