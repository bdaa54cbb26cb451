import { analyticsNames } from '@proofline/domain/analytics.ts';
import { csvText } from '@proofline/domain/csv.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from '../authorization.ts';
import { csvReply, repliesCsv } from '../csv-body.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { validated } from '../validated.ts';
import { analysis } from '../replies/analytics.ts';
import { replies } from '../replies/replies.ts';

const which = validated('param', z.object({ name: z.enum(analyticsNames) }));

/** Figures of the whole catalogue, as rows and as a file. */
export const analyticsRoutes = ({ analytics }: Pick<ApiPorts, 'analytics'>) =>
  new Hono<ApiEnv>()
    .get('/:name', which, replies(analysis), (c) => recordReply(c, analytics.read(c.req.valid('param').name)))
    .get('/:name/csv', which, repliesCsv, (c) => {
      const { name } = c.req.valid('param');
      const rows = analytics.read(name).rows as readonly Readonly<Record<string, string | number>>[];
      const columns = Object.keys(rows[0] ?? {});
      return csvReply(
        c,
        `${name}.csv`,
        csvText([columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))]),
      );
    });
