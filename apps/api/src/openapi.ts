import type { Hono } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from './authorization.ts';

/** What the middleware of a route says of itself: `validated`, `requireRole`, `idempotent` and `csvBody` leave these marks. */
type Marks = {
  readonly checks?: { readonly part: 'json' | 'query' | 'param'; readonly schema: z.ZodType };
  readonly needsRole?: string;
  readonly takesIdempotencyKey?: boolean;
  readonly takesCsv?: boolean;
};

type Schema = Readonly<Record<string, unknown>>;

/** Routes that are there to get a session, or before anybody has one. */
const OPEN = new Set(['GET /health', 'POST /session']);

/**
 * The API as OpenAPI 3.1, made of the schemas that its routes check requests by. What replies hold is typed in TypeScript alone (`AppType`); here
 * they are a success, or a problem (RFC 9457).
 */
export function describeApi(app: Pick<Hono<ApiEnv>, 'routes'>): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  const own = app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'));
  for (const [name, handlers] of Map.groupBy(own, ({ method, path }) => `${method} ${path.slice('/api'.length)}`)) {
    const [method = '', path = ''] = name.split(' ');
    const marks = handlers.map(({ handler }) => handler as Marks);
    const address = (path.replace(/\/$/, '') || '/').replaceAll(/:(\w+)/g, '{$1}');
    paths[address] = { ...paths[address], [method.toLowerCase()]: operation(`${method} ${path}`, marks) };
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
      responses: {
        Problem: { description: 'A refusal', content: { 'application/problem+json': { schema: problem } } },
      },
    },
  };
}

function operation(name: string, marks: readonly Marks[]): Schema {
  const checks = marks.flatMap((mark) => mark.checks ?? []);
  const role = marks.find(({ needsRole }) => needsRole !== undefined)?.needsRole;
  const parameters = [
    ...checks.flatMap(({ part, schema }) => (part === 'json' ? [] : parametersOf(part, schema))),
    ...(marks.some(({ takesIdempotencyKey }) => takesIdempotencyKey) ? [idempotencyKey] : []),
  ];
  const body = checks.find(({ part }) => part === 'json');
  const content = {
    ...(body !== undefined && { 'application/json': { schema: jsonSchema(body.schema) } }),
    ...(marks.some(({ takesCsv }) => takesCsv) && { 'text/csv': { schema: { type: 'string' } } }),
  };
  return {
    ...(role !== undefined && { 'x-role': role }),
    ...(OPEN.has(name.replace(/\/$/, '')) && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(Object.keys(content).length > 0 && { requestBody: { required: true, content } }),
    responses: { '2XX': { description: 'Done' }, default: { $ref: '#/components/responses/Problem' } },
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

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', pattern: '^[!-~]{1,200}$' },
};

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'problems', 'requestId'],
  properties: {
    type: { const: 'about:blank' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    problems: { type: 'array', items: { type: 'string' } },
    requestId: { type: 'string' },
  },
};
