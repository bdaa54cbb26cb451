import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { ApiEnv } from './api-env.ts';
import { createApp } from './app.ts';
import { describeApi } from './openapi.ts';
import { inMemoryPorts } from './testing/in-memory-ports.ts';

const app = createApp(inMemoryPorts().ports);
type Operation = Readonly<Record<string, unknown>>;
type Response = { readonly content?: Readonly<Record<string, { readonly schema: object }>> };
const described = describeApi(app) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<'schemas' | 'responses', Readonly<Record<string, unknown>>>>;
};

test('the document that is committed is the one that the schemas make; after a change: vitest run -u', async () => {
  await expect(`${JSON.stringify(described, null, 2)}\n`).toMatchFileSnapshot('../openapi.json');
});

test('every route is in it, and none twice', () => {
  const routes = new Set(
    app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path}`),
  );
  expect(operations).toHaveLength(routes.size);
});

const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
);

test.each(operations)('$name says what it replies, when all is well and when not', ({ operation }) => {
  const { default: refusal, ...responses } = operation['responses'] as Record<string, Response>;
  expect(refusal).toEqual({ $ref: '#/components/responses/Problem' });
  const done = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  expect(done).toHaveLength(1);
  for (const [status, { content }] of done) {
    const schemas = Object.values(content ?? {}).map(({ schema }) => Object.keys(schema).length > 0);
    expect(schemas).toEqual(status === '204' ? [] : [true]);
  }
});

test('what it refers to is there, and everything that has a name is referred to', () => {
  const referred = JSON.stringify(described).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g);
  const names = new Set([...referred].map(([, name]) => name));
  expect(names).toEqual(new Set(Object.keys(described.components.schemas)));
});

test('it rules no further field of a reply out, and has no bound that means nothing', () => {
  const replies = JSON.stringify([operations.map(({ operation }) => operation['responses']), described.components]);
  expect(replies).not.toMatch(/"additionalProperties":false|9007199254740991/);
});

test('a refusal is a problem, with its code and the request', () => {
  expect(described.components.schemas['Problem']).toMatchObject({
    properties: { code: { enum: expect.arrayContaining(['not_allowed', 'precondition_required']) } },
    required: ['type', 'title', 'status', 'code', 'detail', 'problems', 'requestId'],
  });
  expect(described.components.responses).toMatchObject({
    Problem: { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
  });
});

test('a route that does not say what it replies is not left out in silence', () => {
  const silent = new Hono<ApiEnv>().get('/api/silent', (c) => c.json({}));
  expect(() => describeApi(silent)).toThrow('GET /silent does not say what it replies');
});

test('it says what a request may hold, who may send it, and what may be sent twice', () => {
  const post = described.paths['/bulk/edits']?.['post'];
  expect(post).toMatchObject({ 'x-role': 'reviewer', parameters: [{ name: 'Idempotency-Key', in: 'header' }] });
  expect(JSON.stringify(post?.['requestBody'])).toContain('"add-keywords"');
  expect(described.paths['/photos/{photoId}']?.['get']).toMatchObject({
    parameters: [
      { name: 'photoId', in: 'path', required: true, schema: { type: 'string', pattern: expect.any(String) } },
    ],
  });
});
