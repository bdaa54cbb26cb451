import { Hono } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { streamEvents } from '../stream-events.ts';
import { idText, limitText, validated } from '../validated.ts';
import { event } from '../replies/event.ts';
import { listOf } from '../replies/list-of.ts';
import { replies, repliesFile } from '../replies/replies.ts';

const USUAL_EVENTS = 100;

const filter = z.object({
  after: z.exactOptional(z.literal('0').transform(Number).or(idText)),
  photoId: z.exactOptional(idText),
  setId: z.exactOptional(idText),
  limit: z.exactOptional(limitText),
});

const newest = z.object({ limit: z.exactOptional(limitText) });

const stream = repliesFile('text/event-stream', {
  description:
    'Each message is an Event, as JSON under its id; of those after Last-Event-ID, or from now. hello says where the stream stands, reset that too much was missed to send it all',
});

export const eventRoutes = (ports: Pick<ApiPorts, 'events' | 'closing'>) =>
  new Hono<ApiEnv>()
    .get('/stream', stream, (c) => streamEvents(c, ports))
    .get('/newest', validated('query', newest), replies(listOf(event)), (c) =>
      recordReply(c, ports.events.latest(c.req.valid('query').limit ?? USUAL_EVENTS)),
    )
    .get('/', validated('query', filter), replies(listOf(event)), (c) =>
      recordReply(c, ports.events.list({ limit: USUAL_EVENTS, ...c.req.valid('query') })),
    );
