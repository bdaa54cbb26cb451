import { photoSetRequest } from '@proofline/domain/photo-set.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { validated } from '../validated.ts';
import { namePreview } from '../replies/name-preview.ts';
import { replies } from '../replies/replies.ts';

const set = photoSetRequest.pick({ subject: true, location: true, folderKey: true });

/** What the names of a set would look like; nothing is reserved. */
export const namePreviewRoutes = ({ previewName }: Pick<ApiPorts, 'previewName'>) =>
  new Hono<ApiEnv>().get('/', validated('query', set), replies(namePreview), (c) =>
    recordReply(c, previewName(c.req.valid('query'))),
  );
