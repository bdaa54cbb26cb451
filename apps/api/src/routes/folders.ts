import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { validated } from '../validated.ts';
import { folders } from '../replies/folder.ts';
import { replies, repliesFile } from '../replies/replies.ts';

const path = z.string().min(1).max(4096);
const which = z.object({ path: z.exactOptional(path) });
const whichPhoto = z.object({ path, name: z.string().min(1).max(255) });

const thumb = repliesFile('image/jpeg', {
  headers: { ETag: { description: 'Changes with the file', always: true } },
  isRevalidated: true,
});

export const folderRoutes = (ports: Pick<ApiPorts, 'folders' | 'folderThumbs'>) =>
  new Hono<ApiEnv>()
    .get('/', requireRole('operator'), validated('query', which), replies(folders), async (c) =>
      recordReply(c, await ports.folders.list(c.req.valid('query').path)),
    )
    .get('/thumbs', requireRole('operator'), validated('query', whichPhoto), thumb, async (c) => {
      const asked = c.req.valid('query');
      const { bytes, version } = await ports.folderThumbs.read(asked.path, asked.name, c.req.raw.signal);
      // The file may be another one the next time; the browser asks, and gets the bytes only then.
      const caching = { ETag: `"${version}"`, 'Cache-Control': 'private, no-cache' };
      if (c.req.header('If-None-Match') === caching.ETag) return c.body(null, 304, caching);
      return c.body(bytes, 200, { 'Content-Type': 'image/jpeg', ...caching });
    });
