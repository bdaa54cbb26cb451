import { describe, expect, test } from 'vitest';
import { createCheckedApp } from './testing/checked-app.ts';
import { inMemoryPorts } from './testing/in-memory-ports.ts';

describe('a foreign web page', () => {
  const world = inMemoryPorts();
  const app = createCheckedApp(world.ports);
  const authorized = {
    Authorization: `Bearer ${world.ports.tokens.issue({ name: 'the-operator', roles: ['operator'] })}`,
  };
  const foreign: Record<string, string>[] = [
    { Host: 'evil.example:4170' },
    { Host: '127.0.0.1.evil.example' },
    { Host: 'localhost:4170', Origin: 'https://evil.example' },
    { Host: 'localhost:4170', Origin: 'http://localhost:3000' },
    { Host: 'localhost:4170', Origin: 'null' },
    { Host: '127.0.0.1:4170', 'Sec-Fetch-Site': 'cross-site' },
  ];

  test.each(foreign)('gets nowhere with %j, even with a token', async (headers) => {
    const response = await app.request('/api/sets', {
      method: 'POST',
      headers: { ...headers, ...authorized },
      body: '{}',
    });
    expect(await response.json()).toMatchObject({ status: 403, code: 'not_allowed' });
    expect(world.state.sets).toHaveLength(1);
  });

  test.each([
    { Host: 'localhost:4170', Origin: 'http://localhost:4170', 'Sec-Fetch-Site': 'same-origin' },
    { Host: '127.0.0.1:4170' },
    { Host: '[::1]:4170', 'Sec-Fetch-Site': 'none' },
  ])('is not what %j says', async (headers) => {
    expect((await app.request('/api/sets', { headers: { ...headers, ...authorized } })).status).toBe(200);
  });
});
