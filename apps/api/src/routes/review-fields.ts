import { photoSelection } from '@proofline/domain/bulk-edit.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import { csvBody, csvReply, csvText, repliesCsv } from '../csv-body.ts';
import { previewReply, repliesPreview, seenHash } from '../if-match.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { validated } from '../validated.ts';
import { reviewFilter } from './review-filter.ts';
import { bulkResult } from '../replies/bulk.ts';
import { replies } from '../replies/replies.ts';

/** The texts of review as a file, out and in. */
export const reviewFieldRoutes = ({ bulk }: Pick<ApiPorts, 'bulk'>) =>
  new Hono<ApiEnv>()
    .get('/', validated('query', reviewFilter.omit({ after: true })), repliesCsv, async (c) =>
      csvReply(c, 'review-fields.csv', await bulk.exportCsv(c.req.valid('query'))),
    )
    .post('/selection', validated('json', z.strictObject({ photoIds: photoSelection })), repliesCsv, async (c) =>
      csvReply(c, 'review-fields.csv', await bulk.exportCsvOf(c.req.valid('json').photoIds)),
    )
    .post('/preview', requireRole('reviewer'), csvBody, repliesPreview, async (c) =>
      previewReply(c, await bulk.previewCsv(await csvText(c))),
    )
    .post('/', requireRole('reviewer'), csvBody, replies(bulkResult), async (c) =>
      recordReply(c, await bulk.applyCsv(await csvText(c), c.get('actor'), seenHash(c))),
    );
