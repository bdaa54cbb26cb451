import type { Context, TypedResponse } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/**
 * Replies with a record of the domain. Records are JSON-safe, so the client's type is the domain's own; Hono's derived one would
 * turn every absent field into one that may be `undefined`, which the domain's types forbid.
 */
export function recordReply<Body, Status extends ContentfulStatusCode = 200>(
  c: Context,
  body: Body,
  status?: Status,
): Response & TypedResponse<Body, Status, 'json'> {
  const reply: Response = c.body(JSON.stringify(body), status ?? 200, { 'Content-Type': 'application/json' });
  return reply as Response & TypedResponse<Body, Status, 'json'>;
}
