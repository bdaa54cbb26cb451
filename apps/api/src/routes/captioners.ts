import { Hono } from 'hono';
import type { ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';

export const captionerRoutes = ({ captioners }: Pick<ApiPorts, 'captioners'>) =>
  new Hono<ApiEnv>().get('/', async (c) => recordReply(c, await captioners.list()));
