import type { Actor, Role } from '@proofline/domain/actor.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, parseResponse } from '../lib/api.ts';

/** Who is signed in. Without a session the API answers 401, and so does this. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }): Promise<Actor> => parseResponse(api.session.$get({}, { init: { signal } })),
    staleTime: Infinity,
  });

/** Whether the person has one of the roles that may do this; what nobody here may do is not shown. */
export function useRole(...roles: readonly [Role, ...Role[]]): boolean {
  const { data } = useQuery(sessionQuery());
  return data !== undefined && roles.some((role) => data.roles.includes(role));
}
