import { Hono } from 'hono';
import type { ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { listOf } from '../replies/list-of.ts';
import { preflightCheck } from '../replies/preflight.ts';
import { replies } from '../replies/replies.ts';

/** Whether everything is there that a first set needs. */
export const preflightRoutes = ({ preflight }: Pick<ApiPorts, 'preflight'>) =>
  new Hono<ApiEnv>().get('/', replies(listOf(preflightCheck)), async (c) => recordReply(c, await preflight()));
