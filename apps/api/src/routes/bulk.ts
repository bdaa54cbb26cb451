import {
  bulkApprovalRequest,
  bulkEditRequest,
  bulkRejectionRequest,
  photoSelection,
} from '@proofline/domain/bulk-edit.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import { previewReply, repliesPreview, seenHash } from '../if-match.ts';
import { idempotent } from '../idempotent.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { validated } from '../validated.ts';
import { bulkResult, keywordCount } from '../replies/bulk.ts';
import { listOf } from '../replies/list-of.ts';
import { replies } from '../replies/replies.ts';

const selection = validated('json', z.strictObject({ photoIds: photoSelection }));

/** Many photos at once: what was previewed is what is written, photo by photo, and one undo takes all of it back. */
export const bulkRoutes = ({ bulk, idempotencyKeys, onWork }: Pick<ApiPorts, 'bulk' | 'idempotencyKeys' | 'onWork'>) =>
  new Hono<ApiEnv>()
    .post('/edits/preview', requireRole('reviewer'), validated('json', bulkEditRequest), repliesPreview, async (c) =>
      previewReply(c, await bulk.preview(c.req.valid('json'))),
    )
    .post(
      '/edits',
      requireRole('reviewer'),
      idempotent({ idempotencyKeys }),
      validated('json', bulkEditRequest),
      replies(bulkResult),
      async (c) => recordReply(c, await bulk.apply(c.req.valid('json'), c.get('actor'), seenHash(c))),
    )
    .post(
      '/approvals',
      requireRole('reviewer'),
      idempotent({ idempotencyKeys }),
      validated('json', bulkApprovalRequest),
      replies(bulkResult),
      async (c) => recordReply(c, await bulk.approve(c.req.valid('json'), c.get('actor'))),
    )
    .post(
      '/rejections',
      requireRole('reviewer'),
      idempotent({ idempotencyKeys }),
      validated('json', bulkRejectionRequest),
      replies(bulkResult),
      async (c) => {
        const rejected = await bulk.reject(c.req.valid('json'), c.get('actor'));
        onWork();
        return recordReply(c, rejected);
      },
    )
    .post(
      '/takings-back',
      requireRole('reviewer'),
      idempotent({ idempotencyKeys }),
      selection,
      replies(bulkResult),
      async (c) => recordReply(c, await bulk.takeBack(c.req.valid('json').photoIds, c.get('actor'))),
    )
    .post('/keyword-counts', selection, replies(listOf(keywordCount)), async (c) =>
      recordReply(c, await bulk.keywordCounts(c.req.valid('json').photoIds)),
    );
