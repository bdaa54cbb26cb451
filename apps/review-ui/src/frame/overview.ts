import { queryOptions } from '@tanstack/react-query';
import { api, parseResponse } from '../lib/api.ts';

const MOST_SETS = 100;

/** How the newest sets stand. Every page needs a part of it. */
export const overviewQuery = () =>
  queryOptions({
    queryKey: ['overview'],
    queryFn: ({ signal }) =>
      parseResponse(api.overview.$get({ query: { limit: String(MOST_SETS) } }, { init: { signal } })),
  });
