import { expect, test } from 'vitest';
import { createCheckedApp } from './testing/checked-app.ts';
import { inMemoryPorts } from './testing/in-memory-ports.ts';
import { newSet } from './testing/legal-calls.ts';

const world = inMemoryPorts();
const app = createCheckedApp(world.ports);
const token = world.ports.tokens.issue({ name: 'Olga', roles: ['operator'] });

const post = (key: string, body: unknown, path = '/sets') =>
  app.request(`/api${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  });
const sets = () => world.state.sets.length;

test.each(['', 'x'.repeat(201), 'with space', 'ümlaut'])('the key %j is refused, and nothing is done', async (key) => {
  const before = sets();
  expect((await post(key, newSet)).status).toBe(400);
  expect(sets()).toBe(before);
});

test('the same key with another body is refused with 422', async () => {
  await post('first', newSet);
  const before = sets();
  const response = await post('first', { ...newSet, subject: 'Egret' });
  expect([response.status, await response.json()]).toMatchObject([422, { code: 'key_reused' }]);
  expect((await post('first', {}, '/publications')).status).toBe(422);
  expect(sets()).toBe(before);
});

test('what comes again gets the reply that it got, and is done once', async () => {
  const first = await post('again', newSet);
  const before = sets();
  const second = await post('again', newSet);
  expect([second.status, second.headers.get('Idempotency-Replayed')]).toEqual([201, 'true']);
  expect(await second.json()).toEqual(await first.json());
  expect(sets()).toBe(before);
});

test('what was begun and not finished is a conflict, and not done again', async () => {
  const before = sets();
  const request = { method: 'POST', path: '/api/sets', body: JSON.stringify(newSet) };
  const text = new TextEncoder().encode(`${request.method} ${request.path}\n\n${request.body}`);
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', text)).toString('hex');
  world.ports.idempotencyKeys.begin('Olga', 'cut-off', sha256);
  const response = await post('cut-off', newSet);
  expect([response.status, await response.json()]).toMatchObject([409, { code: 'conflict' }]);
  expect(sets()).toBe(before);
});

test('a refused request leaves its key free', async () => {
  expect((await post('mended', { ...newSet, subject: '' })).status).toBe(400);
  expect((await post('mended', newSet)).status).toBe(201);
});
