import { expect, test } from 'vitest';
import { createApp } from './app.ts';
import { describeApi } from './openapi.ts';
import { inMemoryPorts } from './testing/in-memory-ports.ts';

const app = createApp(inMemoryPorts().ports);
const described = describeApi(app) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
};

test('the document that is committed is the one that the schemas make; after a change: vitest run -u', async () => {
  await expect(`${JSON.stringify(described, null, 2)}\n`).toMatchFileSnapshot('../openapi.json');
});

test('every route is in it, and none twice', () => {
  const operations = Object.values(described.paths).flatMap((path) => Object.keys(path)).length;
  const routes = new Set(
    app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path}`),
  );
  expect(operations).toBe(routes.size);
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
