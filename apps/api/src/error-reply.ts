import { Blocked, remedies } from '@proofline/domain/blocking.ts';
import { DomainError, type DomainErrorCode } from '@proofline/domain/domain-error.ts';
import { TooManyAttempts } from '@proofline/domain/user.ts';
import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Unauthenticated, type ApiEnv } from './authorization.ts';
import { PreconditionRequired } from './if-match.ts';
import type { ApiPorts } from './ports.ts';
import { recordRefusals } from './refusal-record.ts';

/** The body of every reply that is not a success (RFC 9457, application/problem+json). */
export type Problem = {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  /** For programs: what kind of refusal it is. */
  readonly code: DomainErrorCode | 'unauthenticated' | 'precondition_required' | 'unavailable' | 'internal';
  readonly detail: string;
  /** Every problem of the input, one sentence each. */
  readonly problems: readonly string[];
  /** Finds this request in the log. */
  readonly requestId: string;
};

const statuses = {
  invalid: { status: 400, title: 'Bad Request' },
  unauthenticated: { status: 401, title: 'Unauthorized' },
  not_allowed: { status: 403, title: 'Forbidden' },
  not_found: { status: 404, title: 'Not Found' },
  conflict: { status: 409, title: 'Conflict' },
  changed: { status: 412, title: 'Precondition Failed' },
  precondition_required: { status: 428, title: 'Precondition Required' },
  key_reused: { status: 422, title: 'Unprocessable Content' },
  too_many: { status: 429, title: 'Too Many Requests' },
  too_large: { status: 413, title: 'Content Too Large' },
  unavailable: { status: 503, title: 'Service Unavailable' },
  internal: { status: 500, title: 'Internal Server Error' },
} as const satisfies Record<Problem['code'], { status: ContentfulStatusCode; title: string }>;

/** The one place that turns what was thrown into a reply. What is not a refusal is a bug: it is logged and not shown. */
export function errorReply({ events, now, log }: Pick<ApiPorts, 'events' | 'now' | 'log'>): ErrorHandler<ApiEnv> {
  const recordRefusal = recordRefusals(events, now);
  return (error, c) => {
    if (error instanceof Unauthenticated) {
      recordRefusal(c, error.message);
      c.header('WWW-Authenticate', 'Bearer');
      return reply(c, 'unauthenticated', [error.message]);
    }
    if (error instanceof DomainError) {
      if (error.code === 'not_allowed' || error instanceof TooManyAttempts) recordRefusal(c, error.message);
      if (error instanceof TooManyAttempts) c.header('Retry-After', String(error.retryAfterSeconds));
      return reply(c, error.code, error.problems);
    }
    if (error instanceof PreconditionRequired) return reply(c, 'precondition_required', [error.message]);
    // Nothing was written, and trying again later is right.
    if (error instanceof Blocked) return reply(c, 'unavailable', [error.message, remedies[error.condition]]);
    // Hono's own: a body that is no JSON.
    if (error instanceof HTTPException && error.status === 400) return reply(c, 'invalid', ['the body is not JSON']);
    log.error({ err: error, requestId: c.get('requestId'), method: c.req.method, path: c.req.path }, 'request failed');
    return reply(c, 'internal', [
      'something went wrong inside Proofline; the log has the details under the request id',
    ]);
  };
}

function reply(c: Context<ApiEnv>, code: Problem['code'], problems: readonly string[]): Response {
  const { status, title } = statuses[code];
  const requestId = c.get('requestId');
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    code,
    detail: problems.join('; '),
    problems,
    requestId,
  };
  return c.body(JSON.stringify(problem), status, { 'Content-Type': 'application/problem+json' });
}
