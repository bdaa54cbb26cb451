import { z } from 'zod';
import type { Reply, ReplyHeaders } from './replies/replies.ts';
import { problem } from './replies/problem.ts';

type Schema = Readonly<Record<string, unknown>>;

/** What operations answer with, and the schemas that several of them have in common, under their names. */
export type DescribedReplies = {
  responsesOf(operation: string, furtherHeaders: ReplyHeaders): Schema;
  readonly schemas: Schema;
};

/** `replies` by operation. All are turned into JSON Schema at once, so that what has a name is described once and referred to. */
export function describeReplies(replies: ReadonlyMap<string, Reply>): DescribedReplies {
  const bodies = [...replies].flatMap(([operation, { schema }]) => (schema === undefined ? [] : [[operation, schema]]));
  const { properties, $defs } = jsonSchema(z.object({ ...Object.fromEntries(bodies), problem }));
  return {
    responsesOf(operation, furtherHeaders) {
      const reply = replies.get(operation);
      if (reply === undefined) throw new Error(`${operation} does not say what it replies; see replies/replies.ts`);
      const headers = { ...reply.headers, ...furtherHeaders };
      return {
        ...responses({ ...reply, headers }, properties[operation]),
        default: { $ref: '#/components/responses/Problem' },
      };
    },
    schemas: Object.fromEntries(Object.entries($defs).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** A refusal of any operation. */
export const problemResponse = {
  description: 'A refusal (RFC 9457)',
  headers: {
    'X-Request-Id': { description: 'Finds the request in the log', required: true, schema: { type: 'string' } },
    'WWW-Authenticate': { description: 'With 401', schema: { const: 'Bearer' } },
    'Retry-After': { description: 'With 429: seconds to wait', schema: { type: 'integer' } },
  },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const meanings: Readonly<Record<number, string>> = {
  200: 'Done',
  201: 'Made',
  202: 'Taken on: it is due, and goes on after the reply',
  204: 'Done; there is nothing to say',
};

function responses(reply: Reply, body: Schema | undefined): Schema {
  const { status, type, isRevalidated } = reply;
  const headers = Object.entries(reply.headers).map(([name, { description, always }]) => [
    name,
    { description, ...(always && { required: true }), schema: { type: 'string' } },
  ]);
  const response = {
    description: reply.description ?? meanings[status],
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) as Schema }),
    ...(type !== null && { content: { [type]: { schema: body ?? bodyOf(type) } } }),
  };
  return {
    [status]: response,
    ...(isRevalidated === true && { 304: { description: 'It is still what If-None-Match names' } }),
  };
}

/** Of what is no JSON. */
const bodyOf = (type: string): Schema => (type.startsWith('text/') ? { type: 'string' } : { contentMediaType: type });

type Described = { readonly properties: Readonly<Record<string, Schema>>; readonly $defs: Schema };

/** What a client gets. Later versions may say more, so that nothing here rules out further fields; the tests do. */
function jsonSchema(schema: z.ZodType): Described {
  const described = z.toJSONSchema(schema, {
    io: 'output',
    override({ jsonSchema: part }) {
      if (part.additionalProperties === false) delete part.additionalProperties;
      if (part.maximum === Number.MAX_SAFE_INTEGER) delete part.maximum;
      if (part.minimum === Number.MIN_SAFE_INTEGER) delete part.minimum;
      if (part.format !== undefined) delete part.pattern;
    },
  });
  return JSON.parse(JSON.stringify(described).replaceAll('"#/$defs/', '"#/components/schemas/')) as Described;
}
