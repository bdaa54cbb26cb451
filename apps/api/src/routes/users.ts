import { newPassword, userName, userRoles } from '@proofline/domain/user.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { validated } from '../validated.ts';

const who = z.strictObject({ name: z.string().min(1).max(100) });
const admission = z.strictObject({ name: userName, roles: userRoles, password: newPassword });
const inRoles = z.strictObject({ roles: userRoles });
const withPassword = z.strictObject({ password: newPassword });

/** Who may sign in by name and password. Whatever takes a right away ends the person's sessions at once. */
export const userRoutes = ({ users }: Pick<ApiPorts, 'users'>) =>
  new Hono<ApiEnv>()
    .get('/', requireRole('ops'), (c) => recordReply(c, users.list()))
    .post('/', requireRole('ops'), validated('json', admission), async (c) =>
      recordReply(c, await users.add(c.req.valid('json'), c.get('actor')), 201),
    )
    .delete('/:name', requireRole('ops'), validated('param', who), (c) => {
      users.remove(c.req.valid('param').name, c.get('actor'));
      return c.body(null, 204);
    })
    .put('/:name/roles', requireRole('ops'), validated('param', who), validated('json', inRoles), (c) =>
      recordReply(c, users.setRoles(c.req.valid('param').name, c.req.valid('json').roles, c.get('actor'))),
    )
    .put('/:name/password', requireRole('ops'), validated('param', who), validated('json', withPassword), async (c) =>
      recordReply(c, await users.setPassword(c.req.valid('param').name, c.req.valid('json').password, c.get('actor'))),
    );
