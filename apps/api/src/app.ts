import { DomainError } from '@proofline/domain/domain-error.ts';
import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { authenticate, type ApiEnv } from './authorization.ts';
import { errorReply } from './error-reply.ts';
import { limitBody } from './limit-body.ts';
import type { ApiPorts } from './ports.ts';
import { auditRoutes } from './routes/audits.ts';
import { captionerRoutes } from './routes/captioners.ts';
import { crashReportRoutes } from './routes/crash-reports.ts';
import { eventRoutes } from './routes/events.ts';
import { healthRoutes } from './routes/health.ts';
import { overviewRoutes } from './routes/overview.ts';
import { photoRoutes } from './routes/photos.ts';
import { publicationRoutes } from './routes/publications.ts';
import { redraftRoutes } from './routes/redrafts.ts';
import { qualityRoutes } from './routes/quality.ts';
import { resumptionRoutes } from './routes/resumption.ts';
import { reviewRoutes } from './routes/reviews.ts';
import { rollbackRoutes } from './routes/rollbacks.ts';
import { setRoutes } from './routes/sets.ts';
import { stageRoutes } from './routes/stages.ts';
import { subjectSuggestionRoutes } from './routes/subject-suggestions.ts';
import { sameSiteOnly } from './same-site.ts';

/** The local API: the operator's and the reviewer's doors over HTTP. Knows ports and web standards, not Node. */
export function createApp(ports: ApiPorts) {
  const app = new Hono<ApiEnv>();
  app.onError(errorReply(ports));
  app.notFound((c) => {
    throw new DomainError('not_found', `there is nothing at ${c.req.method} ${c.req.path.slice(0, 200)}`);
  });
  app.use(requestId(), secureHeaders(), sameSiteOnly, limitBody);
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  const open = app.route('/health', healthRoutes());
  open.use(authenticate(ports.tokens));
  return open
    .route('/sets', setRoutes(ports))
    .route('/overview', overviewRoutes(ports))
    .route('/reviews', reviewRoutes(ports))
    .route('/photos', photoRoutes(ports))
    .route('/photos', redraftRoutes(ports))
    .route('/captioners', captionerRoutes(ports))
    .route('/subject-suggestions', subjectSuggestionRoutes(ports))
    .route('/publications', publicationRoutes(ports))
    .route('/rollbacks', rollbackRoutes(ports))
    .route('/audits', auditRoutes(ports))
    .route('/stages', stageRoutes(ports))
    .route('/quality', qualityRoutes(ports))
    .route('/events', eventRoutes(ports))
    .route('/crash-reports', crashReportRoutes(ports))
    .route('/resumption', resumptionRoutes(ports));
}

export type AppType = ReturnType<typeof createApp>;
