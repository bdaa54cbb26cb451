import { Hono } from 'hono';
import { recordReply } from '../record-reply.ts';
import { health } from '../replies/health.ts';
import { replies } from '../replies/replies.ts';

/** Says that the process answers; the only route without a token. */
export const healthRoutes = () => new Hono().get('/', replies(health), (c) => recordReply(c, { status: 'ok' }));
