import type { AppType } from '@proofline/api/app.ts';
import { hc } from 'hono/client';

export { parseResponse } from 'hono/client';

/** The API of this origin, typed by the routes themselves. The session cookie goes along by itself. */
export const api = hc<AppType>('/api');

export const imageUrl = (photoId: number, sha256: string) => `/api/photos/${photoId}/images/${sha256}`;
