import type { Env, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';

/** What a route says of its reply when all is well. */
export type Reply = {
  readonly status: number;
  /** Of the body; null where there is none. */
  readonly type: string | null;
  /** Where more is to be said than that it was done. */
  readonly description?: string;
  /** Of a body that is JSON. */
  readonly schema?: z.ZodType;
  readonly headers: ReplyHeaders;
  /** Whether who has the body already is told so (304). */
  readonly isRevalidated?: boolean;
};

/** `always`: on every such reply. */
export type ReplyHeaders = Readonly<Record<string, { readonly description: string; readonly always: boolean }>>;

export type JsonReply<Body, Status extends ContentfulStatusCode> = Reply & {
  readonly status: Status;
  readonly schema: z.ZodType<Body>;
};

/** Leaves the reply on the route, as a mark for the OpenAPI document. */
type Replying<E extends Env = Env> = MiddlewareHandler<E> & { readonly reply: Reply };

/** The route answers with JSON that `schema` describes. `recordReply` sends it, and compiles with nothing else. */
export const replies = <Body, Status extends ContentfulStatusCode = 200>(
  schema: z.ZodType<Body>,
  { status, headers = {} }: { readonly status?: Status; readonly headers?: ReplyHeaders } = {},
): Replying<{ Variables: { reply: JsonReply<Body, Status> } }> => {
  const reply = { status: (status ?? 200) as Status, type: 'application/json', schema, headers };
  const middleware: MiddlewareHandler<{ Variables: { reply: JsonReply<Body, Status> } }> = (c, next) => {
    c.set('reply', reply);
    return next();
  };
  return Object.assign(middleware, { reply });
};

/** The route answers with a file of this media type. */
export const repliesFile = (
  type: string,
  given: Pick<Reply, 'description' | 'isRevalidated'> & { readonly headers?: ReplyHeaders } = {},
): Replying => marked({ status: 200, type, headers: {}, ...given });

/** The route answers that it is done, and nothing else. */
export const repliesNothing = (headers: ReplyHeaders = {}): Replying => marked({ status: 204, type: null, headers });

const marked = (reply: Reply): Replying =>
  Object.assign<MiddlewareHandler, { reply: Reply }>((_c, next) => next(), { reply });
