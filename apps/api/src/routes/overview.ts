import { Hono } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { idText, limitText, validated } from '../validated.ts';
import { listOf } from '../replies/list-of.ts';
import { setOverview } from '../replies/overview.ts';
import { replies } from '../replies/replies.ts';

const USUAL_SETS = 20;

const filter = z.object({ setId: z.exactOptional(idText), limit: z.exactOptional(limitText) });

export const overviewRoutes = ({ overview }: Pick<ApiPorts, 'overview'>) =>
  new Hono<ApiEnv>().get('/', validated('query', filter), replies(listOf(setOverview)), (c) => {
    const { setId, limit = USUAL_SETS } = c.req.valid('query');
    return recordReply(c, setId === undefined ? overview.recent(limit) : [overview.set(setId)]);
  });
