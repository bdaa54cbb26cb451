import { hc } from 'hono/client';
import type { AppType } from './app.ts';

export { DetailedError, parseResponse } from 'hono/client';

/** Typed calls to a running API. `parseResponse` gives the reply's body, or throws `DetailedError` with the `Problem` as `detail.data`. */
export const createClient = (url: string, token: string, options: { readonly fetch?: typeof fetch } = {}) =>
  hc<AppType>(`${url}/api`, { headers: { Authorization: `Bearer ${token}` }, ...options });

export type ApiClient = ReturnType<typeof createClient>;
