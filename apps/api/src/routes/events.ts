import { Hono } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { idText, limitText, validated } from '../validated.ts';

const USUAL_EVENTS = 100;

const filter = z.object({
  after: z.exactOptional(z.literal('0').transform(Number).or(idText)),
  photoId: z.exactOptional(idText),
  setId: z.exactOptional(idText),
  limit: z.exactOptional(limitText),
});

export const eventRoutes = ({ events }: Pick<ApiPorts, 'events'>) =>
  new Hono<ApiEnv>().get('/', validated('query', filter), (c) =>
    recordReply(c, events.list({ limit: USUAL_EVENTS, ...c.req.valid('query') })),
  );
