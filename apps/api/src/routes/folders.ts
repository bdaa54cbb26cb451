import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { validated } from '../validated.ts';

const which = z.object({ path: z.exactOptional(z.string().min(1).max(4096)) });

export const folderRoutes = ({ folders }: Pick<ApiPorts, 'folders'>) =>
  new Hono<ApiEnv>().get('/', requireRole('operator'), validated('query', which), async (c) =>
    recordReply(c, await folders.list(c.req.valid('query').path)),
  );
