import type { Analytics, AnalyticsName } from '@proofline/domain/analytics.ts';
import { queryOptions } from '@tanstack/react-query';
import { api, parseResponse } from '../../lib/api.ts';

/** The server reckons them anew only once in a while; asking oftener changes nothing. */
const FRESH_MS = 60_000;

export type Figures<Name extends AnalyticsName> = { readonly at: string; readonly rows: Analytics[Name] };

export const analyticsQuery = <Name extends AnalyticsName>(name: Name) =>
  queryOptions({
    queryKey: ['analytics', name],
    // The route answers with the rows of whichever name was asked for; its type cannot say which.
    queryFn: async ({ signal }) =>
      (await parseResponse(api.analytics[':name'].$get({ param: { name } }, { init: { signal } }))) as Figures<Name>,
    staleTime: FRESH_MS,
  });

/** Where the same rows are as a file. */
export const csvUrl = (name: AnalyticsName) => `/api/analytics/${name}/csv`;
