import { Hono } from 'hono';
import type { ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';

/** What this process took up from the one before. */
export const resumptionRoutes = ({ resumption }: Pick<ApiPorts, 'resumption'>) =>
  new Hono<ApiEnv>().get('/', (c) => recordReply(c, resumption()));
