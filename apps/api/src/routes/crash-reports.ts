import { Hono } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { limitText, validated } from '../validated.ts';
import { crashReports } from '../replies/crash-report.ts';
import { replies } from '../replies/replies.ts';

const USUAL_REPORTS = 10;

const filter = z.object({ limit: z.exactOptional(limitText) });

export const crashReportRoutes = (ports: Pick<ApiPorts, 'crashReports'>) =>
  new Hono<ApiEnv>().get('/', validated('query', filter), replies(crashReports), (c) =>
    recordReply(c, ports.crashReports.list(c.req.valid('query').limit ?? USUAL_REPORTS)),
  );
