import type { Analytics, AnalyticsName } from '@proofline/domain/analytics.ts';
import { queryOptions } from '@tanstack/react-query';
import { api, parseResponse } from '../../lib/api.ts';

/** The server reckons them anew no oftener. */
const ASK_AGAIN_MS = 30_000;

export type Figures<Name extends AnalyticsName> = { readonly at: string; readonly rows: Analytics[Name] };

export const everyFigure = { queryKey: ['analytics'] } as const;

export const analyticsQuery = <Name extends AnalyticsName>(name: Name) =>
  queryOptions({
    queryKey: ['analytics', name],
    // The route answers with the rows of whichever name was asked for; its type cannot say which.
    queryFn: async ({ signal }) =>
      (await parseResponse(api.analytics[':name'].$get({ param: { name } }, { init: { signal } }))) as Figures<Name>,
    refetchInterval: ASK_AGAIN_MS,
  });

/** Where the same rows are as a file. */
export const csvUrl = (name: AnalyticsName) => `/api/analytics/${name}/csv`;
