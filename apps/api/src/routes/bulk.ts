import { bulkApprovalRequest, bulkEditRequest, photoSelection } from '@proofline/domain/bulk-edit.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import { previewReply, seenHash } from '../if-match.ts';
import { idempotent } from '../idempotent.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { validated } from '../validated.ts';

/** Many photos at once: what was previewed is what is written, photo by photo, and one undo takes all of it back. */
export const bulkRoutes = ({ bulk, idempotencyKeys }: Pick<ApiPorts, 'bulk' | 'idempotencyKeys'>) =>
  new Hono<ApiEnv>()
    .post('/edits/preview', requireRole('reviewer'), validated('json', bulkEditRequest), async (c) =>
      previewReply(c, await bulk.preview(c.req.valid('json'))),
    )
    .post(
      '/edits',
      requireRole('reviewer'),
      idempotent({ idempotencyKeys }),
      validated('json', bulkEditRequest),
      async (c) => recordReply(c, await bulk.apply(c.req.valid('json'), c.get('actor'), seenHash(c))),
    )
    .post('/approvals', requireRole('reviewer'), validated('json', bulkApprovalRequest), async (c) =>
      recordReply(c, await bulk.approve(c.req.valid('json'), c.get('actor'))),
    )
    .post('/keyword-counts', validated('json', z.strictObject({ photoIds: photoSelection })), async (c) =>
      recordReply(c, await bulk.keywordCounts(c.req.valid('json').photoIds)),
    );
