import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { validated } from '../validated.ts';

const path = z.string().min(1).max(4096);
const which = z.object({ path: z.exactOptional(path) });
const whichPhoto = z.object({ path, name: z.string().min(1).max(255) });

export const folderRoutes = ({ folders, folderThumbs }: Pick<ApiPorts, 'folders' | 'folderThumbs'>) =>
  new Hono<ApiEnv>()
    .get('/', requireRole('operator'), validated('query', which), async (c) =>
      recordReply(c, await folders.list(c.req.valid('query').path)),
    )
    .get('/thumbs', requireRole('operator'), validated('query', whichPhoto), async (c) => {
      const asked = c.req.valid('query');
      const { bytes, version } = await folderThumbs.read(asked.path, asked.name, c.req.raw.signal);
      // The file may be another one the next time; the browser asks, and gets the bytes only then.
      const caching = { ETag: `"${version}"`, 'Cache-Control': 'private, no-cache' };
      if (c.req.header('If-None-Match') === caching.ETag) return c.body(null, 304, caching);
      return c.body(bytes, 200, { 'Content-Type': 'image/jpeg', ...caching });
    });
