import { Hono } from 'hono';
import type { ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { replies } from '../replies/replies.ts';
import { resumption } from '../replies/resumption.ts';

/** What this process took up from the one before. */
export const resumptionRoutes = (ports: Pick<ApiPorts, 'resumption'>) =>
  new Hono<ApiEnv>().get('/', replies(resumption), (c) => recordReply(c, ports.resumption()));
