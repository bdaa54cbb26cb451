import { DomainError } from '@proofline/domain/domain-error.ts';
import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { authenticate, type ApiEnv } from './authorization.ts';
import { loopbackDoor } from './door.ts';
import { errorReply } from './error-reply.ts';
import { limitBody } from './limit-body.ts';
import type { ApiPorts } from './ports.ts';
import { analyticsRoutes } from './routes/analytics.ts';
import { auditRoutes } from './routes/audits.ts';
import { bulkRoutes } from './routes/bulk.ts';
import { captionerRoutes } from './routes/captioners.ts';
import { crashReportRoutes } from './routes/crash-reports.ts';
import { eventRoutes } from './routes/events.ts';
import { failureRoutes } from './routes/failures.ts';
import { fieldHistoryRoutes } from './routes/field-history.ts';
import { folderRoutes } from './routes/folders.ts';
import { healthRoutes } from './routes/health.ts';
import { namePreviewRoutes } from './routes/name-previews.ts';
import { overviewRoutes } from './routes/overview.ts';
import { photoListRoutes } from './routes/photo-lists.ts';
import { photoRoutes } from './routes/photos.ts';
import { preflightRoutes } from './routes/preflight.ts';
import { publicationRoutes } from './routes/publications.ts';
import { queueRoutes } from './routes/queues.ts';
import { redraftRoutes } from './routes/redrafts.ts';
import { qualityRoutes } from './routes/quality.ts';
import { resumptionRoutes } from './routes/resumption.ts';
import { reviewActRoutes } from './routes/review-acts.ts';
import { reviewFieldRoutes } from './routes/review-fields.ts';
import { reviewRoutes } from './routes/reviews.ts';
import { rollbackRoutes } from './routes/rollbacks.ts';
import { sessionListRoutes } from './routes/session-list.ts';
import { sessionRoutes, signInLinkRoutes } from './routes/session.ts';
import { setRoutes } from './routes/sets.ts';
import { stageRoutes } from './routes/stages.ts';
import { subjectSuggestionRoutes } from './routes/subject-suggestions.ts';
import { userRoutes } from './routes/users.ts';
import { knownHostOnly, sameSiteOnly } from './same-site.ts';
import { strictHeaders } from './strict-headers.ts';
import { webRoutes } from './web-files.ts';

/** The API and the web application that speaks to it, of one origin. Knows ports and web standards, not Node. */
export function createApp(ports: ApiPorts, door = loopbackDoor) {
  const app = new Hono<ApiEnv>();
  app.onError(errorReply(ports));
  app.notFound((c) => {
    throw new DomainError('not_found', `there is nothing at ${c.req.method} ${c.req.path.slice(0, 200)}`);
  });
  app.use(async (c, next) => {
    c.set('door', door);
    await next();
  });
  app.use(requestId(), strictHeaders(door), knownHostOnly, limitBody);
  // A link in another page may lead to a page of ours, which holds nothing; what it then asks for is asked by our page.
  app.use('/api/*', sameSiteOnly);
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });
  app.route('/api', createApi(ports));
  app.all('/api/*', (c) => c.notFound());
  return app.route('/', webRoutes(ports.web));
}

/** The operator's, the reviewer's and ops' doors over HTTP. */
function createApi(ports: ApiPorts) {
  const open = new Hono<ApiEnv>().route('/health', healthRoutes()).route('/session', sessionRoutes(ports));
  open.use(authenticate(ports));
  return open
    .route('/sign-in-links', signInLinkRoutes(ports))
    .route('/sessions', sessionListRoutes(ports))
    .route('/users', userRoutes(ports))
    .route('/sets', setRoutes(ports))
    .route('/folders', folderRoutes(ports))
    .route('/name-previews', namePreviewRoutes(ports))
    .route('/preflight', preflightRoutes(ports))
    .route('/overview', overviewRoutes(ports))
    .route('/reviews', reviewRoutes(ports))
    .route('/review-acts', reviewActRoutes(ports))
    .route('/review-fields', reviewFieldRoutes(ports))
    .route('/bulk', bulkRoutes(ports))
    .route('/', photoListRoutes(ports))
    .route('/photos', photoRoutes(ports))
    .route('/photos', fieldHistoryRoutes(ports))
    .route('/photos', redraftRoutes(ports))
    .route('/captioners', captionerRoutes(ports))
    .route('/subject-suggestions', subjectSuggestionRoutes(ports))
    .route('/publications', publicationRoutes(ports))
    .route('/rollbacks', rollbackRoutes(ports))
    .route('/audits', auditRoutes(ports))
    .route('/stages', stageRoutes(ports))
    .route('/queues', queueRoutes(ports))
    .route('/quality', qualityRoutes(ports))
    .route('/failures', failureRoutes(ports))
    .route('/analytics', analyticsRoutes(ports))
    .route('/events', eventRoutes(ports))
    .route('/crash-reports', crashReportRoutes(ports))
    .route('/resumption', resumptionRoutes(ports));
}

/** What clients know: the paths below `/api`. */
export type AppType = ReturnType<typeof createApi>;
