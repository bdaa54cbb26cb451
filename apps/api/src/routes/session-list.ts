import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { sessionOf } from '../session-cookie.ts';
import { idText, validated } from '../validated.ts';
import { listOf } from '../replies/list-of.ts';
import { replies, repliesNothing } from '../replies/replies.ts';
import { endedSessions, ownSessions, session } from '../replies/session.ts';

const which = z.strictObject({ sessionId: idText });
const whose = z.strictObject({ name: z.string().min(1).max(100) });

/** Who is signed in, since when and from where; and how that ends before its time. */
export const sessionListRoutes = ({ sessions }: Pick<ApiPorts, 'sessions'>) =>
  new Hono<ApiEnv>()
    /** One's own. */
    .get('/', replies(ownSessions), (c) => {
      const asking = sessionOf(c);
      const currentId = asking === undefined ? null : (sessions.recordOf(asking)?.id ?? null);
      return recordReply(c, { currentId, sessions: sessions.list(c.get('actor').name) });
    })
    .get('/all', requireRole('ops'), replies(listOf(session)), (c) => recordReply(c, sessions.list()))
    /** Everybody ends their own; ops any. */
    .delete('/:sessionId', validated('param', which), repliesNothing(), (c) => {
      const actor = c.get('actor');
      const onlyOf = actor.roles.includes('ops') ? undefined : actor.name;
      sessions.revoke(c.req.valid('param').sessionId, actor, onlyOf);
      return c.body(null, 204);
    })
    .delete('/', requireRole('ops'), validated('query', whose), replies(endedSessions), (c) =>
      recordReply(c, { ended: sessions.revokeAllOf(c.req.valid('query').name, c.get('actor')) }),
    );
