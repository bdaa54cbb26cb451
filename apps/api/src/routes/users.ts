import { newPassword, userName, userRoles } from '@proofline/domain/user.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { validated } from '../validated.ts';
import { listOf } from '../replies/list-of.ts';
import { replies, repliesNothing } from '../replies/replies.ts';
import { user } from '../replies/user.ts';

const who = z.strictObject({ name: z.string().min(1).max(100) });
const admission = z.strictObject({ name: userName, roles: userRoles, password: newPassword });
const inRoles = z.strictObject({ roles: userRoles });
const withPassword = z.strictObject({ password: newPassword });

/** Who may sign in by name and password. Whatever takes a right away ends the person's sessions at once. */
export const userRoutes = ({ users }: Pick<ApiPorts, 'users'>) =>
  new Hono<ApiEnv>()
    .get('/', requireRole('ops'), replies(listOf(user)), (c) => recordReply(c, users.list()))
    .post('/', requireRole('ops'), validated('json', admission), replies(user, { status: 201 }), async (c) =>
      recordReply(c, await users.add(c.req.valid('json'), c.get('actor'))),
    )
    .delete('/:name', requireRole('ops'), validated('param', who), repliesNothing(), (c) => {
      users.remove(c.req.valid('param').name, c.get('actor'));
      return c.body(null, 204);
    })
    .put('/:name/roles', requireRole('ops'), validated('param', who), validated('json', inRoles), replies(user), (c) =>
      recordReply(c, users.setRoles(c.req.valid('param').name, c.req.valid('json').roles, c.get('actor'))),
    )
    .put(
      '/:name/password',
      requireRole('ops'),
      validated('param', who),
      validated('json', withPassword),
      replies(user),
      async (c) =>
        recordReply(
          c,
          await users.setPassword(c.req.valid('param').name, c.req.valid('json').password, c.get('actor')),
        ),
    );
