import { Hono } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { limitText, validated } from '../validated.ts';

const USUAL_REPORTS = 10;

const filter = z.object({ limit: z.exactOptional(limitText) });

export const crashReportRoutes = ({ crashReports }: Pick<ApiPorts, 'crashReports'>) =>
  new Hono<ApiEnv>().get('/', validated('query', filter), (c) =>
    recordReply(c, crashReports.list(c.req.valid('query').limit ?? USUAL_REPORTS)),
  );
