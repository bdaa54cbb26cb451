import { Hono } from 'hono';
import type { ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { captionerStatus } from '../replies/captioner.ts';
import { listOf } from '../replies/list-of.ts';
import { replies } from '../replies/replies.ts';

export const captionerRoutes = ({ captioners }: Pick<ApiPorts, 'captioners'>) =>
  new Hono<ApiEnv>().get('/', replies(listOf(captionerStatus)), async (c) => recordReply(c, await captioners.list()));
