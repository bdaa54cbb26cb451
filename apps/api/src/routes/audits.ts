import { findingKinds } from '@proofline/domain/site-audit.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { idText, limitText, validated } from '../validated.ts';
import { adoption, audit, auditFinding } from '../replies/audit.ts';
import { listOf } from '../replies/list-of.ts';
import { replies } from '../replies/replies.ts';

const MOST_AUDITS = 20;
const request = z.object({ deep: z.exactOptional(z.boolean()) });
const whichAudit = validated('param', z.object({ auditId: idText }));
const whichFinding = validated('param', z.object({ findingId: idText }));
const filter = z.object({
  after: z.exactOptional(z.literal('0').transform(Number).or(idText)),
  limit: z.exactOptional(limitText),
  kind: z.exactOptional(z.enum(findingKinds)),
});
const reason = z.object({ reason: z.string().trim().min(1).max(2000) });

/** What was found on the site, and what a person decides about it. */
export const auditRoutes = ({ audits }: Pick<ApiPorts, 'audits'>) =>
  new Hono<ApiEnv>()
    .get('/', replies(listOf(audit)), (c) => recordReply(c, audits.latest(MOST_AUDITS)))
    .post('/', requireRole('operator'), validated('json', request), replies(audit, { status: 202 }), (c) =>
      recordReply(c, audits.start({ deep: false, ...c.req.valid('json') }, c.get('actor'))),
    )
    .post('/adoption', requireRole('operator'), replies(adoption), async (c) =>
      recordReply(c, await audits.adopt(c.get('actor'))),
    )
    .get('/:auditId', whichAudit, replies(audit), (c) => recordReply(c, audits.get(c.req.valid('param').auditId)))
    .get('/:auditId/findings', whichAudit, validated('query', filter), replies(listOf(auditFinding)), (c) =>
      recordReply(c, audits.findings(c.req.valid('param').auditId, c.req.valid('query'))),
    )
    .put('/findings/:findingId/taking', requireRole('reviewer'), whichFinding, replies(auditFinding), async (c) =>
      recordReply(c, await audits.take(c.req.valid('param').findingId, c.get('actor'))),
    )
    .put(
      '/findings/:findingId/dismissal',
      requireRole('reviewer'),
      whichFinding,
      validated('json', reason),
      replies(auditFinding),
      (c) => recordReply(c, audits.dismiss(c.req.valid('param').findingId, c.req.valid('json').reason, c.get('actor'))),
    );
