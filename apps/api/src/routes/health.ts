import { Hono } from 'hono';

/** Says that the process answers; the only route without a token. */
export const healthRoutes = () => new Hono().get('/', (c) => c.json({ status: 'ok' as const }));
