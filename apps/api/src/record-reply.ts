import type { Context, TypedResponse } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { JsonReply } from './replies/replies.ts';

/** In a route that `replies`. */
export type Answering<Body, Status extends ContentfulStatusCode = 200> = Pick<Context, 'body' | 'header'> & {
  readonly var: { readonly reply: JsonReply<Body, Status> };
};

/**
 * Replies with a record of the domain, as the route says that it `replies`. Records are JSON-safe, so the client's type is the domain's own; Hono's
 * derived one would turn every absent field into one that may be `undefined`, which the domain's types forbid.
 */
export function recordReply<Body, Status extends ContentfulStatusCode>(
  c: Answering<Body, Status>,
  body: NoInfer<Body>,
): Response & TypedResponse<Body, Status, 'json'> {
  const reply: Response = c.body(JSON.stringify(body), c.var.reply.status, { 'Content-Type': 'application/json' });
  return reply as Response & TypedResponse<Body, Status, 'json'>;
}
