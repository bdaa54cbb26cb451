import { DomainError } from '@proofline/domain/domain-error.ts';
import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from './authorization.ts';

/** The longest legal request, 10,000 photo ids, is far below this. */
const MAX_BODY_BYTES = 256 * 1024;
/** Two thousand photos with all their texts. */
const MAX_CSV_BYTES = 4 * 1024 * 1024;

/**
 * Refuses a body that is too large, or does not say how large it is. The HTTP parser holds a body to its Content-Length, and a request without one
 * and without a Transfer-Encoding has none (RFC 9112 §6.3). Hono's own `bodyLimit` makes a new `Request` of one without a length, which fails on
 * the Node server's requests.
 */
export const limitBody = createMiddleware<ApiEnv>(async (c, next) => {
  const bytes = Number(c.req.header('Content-Length') ?? 0);
  const isCsv = c.req.header('Content-Type')?.toLowerCase().startsWith('text/csv') === true;
  const mostBytes = isCsv ? MAX_CSV_BYTES : MAX_BODY_BYTES;
  if (bytes > mostBytes) {
    const message = `the request is larger than ${mostBytes / 1024} KiB; send fewer photos at once`;
    throw new DomainError('too_large', message);
  }
  if (c.req.header('Transfer-Encoding') !== undefined)
    throw new DomainError('invalid', 'the request does not say how long its body is; send it with a Content-Length');
  await next();
});
