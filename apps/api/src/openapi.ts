import type { Hono } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from './authorization.ts';
import { describeReplies, problemResponse, type DescribedReplies } from './openapi-replies.ts';
import type { Reply, ReplyHeaders } from './replies/replies.ts';

/** What the middleware of a route says of itself: `validated`, `requireRole`, `idempotent`, `csvBody` and `replies` leave these marks. */
type Marks = {
  readonly checks?: { readonly part: 'json' | 'query' | 'param'; readonly schema: z.ZodType };
  readonly needsRole?: string | readonly string[];
  readonly takesIdempotencyKey?: boolean;
  readonly takesCsv?: boolean;
  readonly reply?: Reply;
};

type Schema = Readonly<Record<string, unknown>>;

/** Routes that are there to get a session, or before anybody has one. */
const OPEN = new Set(['GET /health', 'POST /session']);

/** The API as OpenAPI 3.1, made of the schemas that its routes check requests by, and of those that they say their replies have. */
export function describeApi(app: Pick<Hono<ApiEnv>, 'routes'>): Schema {
  const marks = marksByRoute(app);
  const replies = describeReplies(repliesIn(marks));
  const paths: Record<string, Record<string, Schema>> = {};
  for (const [route, marksOfRoute] of marks) {
    const [method = '', path = ''] = route.split(' ');
    const address = (path.replace(/\/$/, '') || '/').replaceAll(/:(\w+)/g, '{$1}');
    paths[address] = { ...paths[address], [method.toLowerCase()]: operation(route, marksOfRoute, replies) };
  }
  const sorted = Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return {
    openapi: '3.1.0',
    info: { title: 'Proofline', version: '0.1.0' },
    servers: [{ url: '/api' }],
    security: [{ token: [] }, { session: [] }],
    paths: sorted,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'proofline_<port>' },
      },
      responses: { Problem: problemResponse },
      schemas: replies.schemas,
    },
  };
}

/** What each route says that it replies: by method and path below `/api`, parameters as `:name`. */
export const repliesOf = (app: Pick<Hono<ApiEnv>, 'routes'>): ReadonlyMap<string, Reply> =>
  repliesIn(marksByRoute(app));

const repliesIn = (marks: ReadonlyMap<string, readonly Marks[]>): ReadonlyMap<string, Reply> =>
  new Map(
    [...marks].flatMap(([route, all]) => all.flatMap(({ reply }) => (reply === undefined ? [] : [[route, reply]]))),
  );

function marksByRoute(app: Pick<Hono<ApiEnv>, 'routes'>): ReadonlyMap<string, readonly Marks[]> {
  const own = app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'));
  const byRoute = Map.groupBy(own, ({ method, path }) => `${method} ${path.slice('/api'.length)}`);
  return new Map([...byRoute].map(([route, handlers]) => [route, handlers.map(({ handler }) => handler as Marks)]));
}

function operation(route: string, marks: readonly Marks[], replies: DescribedReplies): Schema {
  const checks = marks.flatMap((mark) => mark.checks ?? []);
  const role = marks.find(({ needsRole }) => needsRole !== undefined)?.needsRole;
  const takesKey = marks.some(({ takesIdempotencyKey }) => takesIdempotencyKey);
  const parameters = [
    ...checks.flatMap(({ part, schema }) => (part === 'json' ? [] : parametersOf(part, schema))),
    ...(takesKey ? [idempotencyKey] : []),
  ];
  const body = checks.find(({ part }) => part === 'json');
  const content = {
    ...(body !== undefined && { 'application/json': { schema: jsonSchema(body.schema) } }),
    ...(marks.some(({ takesCsv }) => takesCsv) && { 'text/csv': { schema: { type: 'string' } } }),
  };
  return {
    ...(role !== undefined && { 'x-role': role }),
    ...(OPEN.has(route.replace(/\/$/, '')) && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(Object.keys(content).length > 0 && { requestBody: { required: true, content } }),
    responses: replies.responsesOf(route, takesKey ? replayed : {}),
  };
}

function parametersOf(part: 'query' | 'param', schema: z.ZodType): readonly Schema[] {
  const { properties = {}, required = [] } = jsonSchema(schema) as {
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, type]) => ({
    name,
    in: part === 'param' ? 'path' : 'query',
    required: part === 'param' || required.includes(name),
    schema: type,
  }));
}

/** What a client sends, before it is made into anything. */
function jsonSchema(schema: z.ZodType): Schema {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return described;
}

const replayed: ReplyHeaders = {
  'Idempotency-Replayed': { description: 'The request came before, and this is the reply that it got', always: false },
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', pattern: '^[!-~]{1,200}$' },
};
