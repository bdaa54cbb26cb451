import { afterAll, describe, expect, test } from 'vitest';
import { createCheckedApp } from './testing/checked-app.ts';
import { inMemoryPorts } from './testing/in-memory-ports.ts';
import { legalCalls } from './testing/legal-calls.ts';

/** What strangers, careless programs and hostile files send. Each corpus says how much of it was sent. */

const world = inMemoryPorts();
const app = createCheckedApp(world.ports);
const token = world.ports.tokens.issue({ name: 'Olga', roles: ['operator', 'reviewer', 'ops'] });
const HOST = '127.0.0.1:4170';
const counts = new Map<string, number>();
const count = (corpus: string) => counts.set(corpus, (counts.get(corpus) ?? 0) + 1);
afterAll(() => {
  const sent = [...counts].map(([corpus, times]) => `${corpus} ${times}`).join(', ');
  process.stdout.write(`attacks sent: ${sent}\n`);
});

function send(path: string, init: Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> } = {}) {
  return app.request(path, { ...init, headers: { Host: HOST, Authorization: `Bearer ${token}`, ...init.headers } });
}

describe('a request to another name than this machine, or from another page', () => {
  const hosts = [
    'evil.example',
    'evil.example:4170',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '127.0.0.1@evil.example',
    '2130706434',
    '0.0.0.0',
    '10.0.0.1',
    '[::ffff:10.0.0.1]',
    'localhost evil',
    '',
    'a'.repeat(5000),
  ];
  test.each(hosts)('Host %j is refused', async (Host) => {
    count('hosts');
    expect((await send('/api/sets', { headers: { Host } })).status).toBe(403);
  });

  const origins = [
    'http://evil.example',
    'null',
    `https://${HOST}`,
    'http://127.0.0.1',
    'http://127.0.0.1:4171',
    `http://${HOST}.evil.example`,
    `http://${HOST}/`,
    `http://evil.example#${HOST}`,
    'file://',
    '',
  ];
  test.each(origins)('Origin %j is refused', async (Origin) => {
    count('origins');
    const before = world.state.sets.length;
    const response = await send('/api/publications', { method: 'POST', body: '{}', headers: { Origin } });
    expect([response.status, world.state.sets.length]).toEqual([403, before]);
  });
});

describe('a body that is none of ours', () => {
  const bodies = [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '1e999',
    '{"a":',
    '\u0000',
    '{"__proto__":{"x":1}}',
    '['.repeat(50_000),
    `{"subject":${'['.repeat(2000)}${']'.repeat(2000)}}`,
    '{"sourceFolder":1,"subject":{},"location":[],"folderKey":null}',
    '\uFEFF{}',
    '<xml/>',
    'a=b&c=d',
  ];
  const writes = legalCalls(() => 'f'.repeat(64))
    .map(({ call }) => call())
    .filter(([, , body]) => typeof body === 'object');
  test(`${bodies.length} bodies to ${writes.length} routes: each is refused or means nothing, and none is a bug`, async () => {
    for (const [method, path] of writes) {
      for (const body of bodies) {
        count('malformed bodies');
        const response = await send(`/api${path}`, { method, body, headers: { 'Content-Type': 'application/json' } });
        await response.body?.cancel();
        expect([method, path, body.slice(0, 20), response.status >= 500]).toEqual([
          method,
          path,
          body.slice(0, 20),
          false,
        ]);
      }
    }
    expect(world.state.logged).toEqual([]);
  });

  test.each(['1e9', '-1', '999999999999999999999', '262145'])(
    'Content-Length %s passes no more than is allowed',
    async (length) => {
      count('oversized bodies');
      const response = await send('/api/sets', { method: 'POST', body: '{}', headers: { 'Content-Length': length } });
      expect([400, 413]).toContain(response.status);
    },
  );
});

test('what breaks a header or a line of the log in a path, a query or a header is no bug and comes back in no header', async () => {
  const lines = [
    '%0d%0aX-Evil:%201',
    '%0aSet-Cookie:%20a=b',
    '%00',
    '%e5%98%8a%e5%98%8dX-Evil:1',
    '%ff%fe',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e/%2e%2e/etc/passwd',
    '....//etc/passwd',
    '..\\..\\windows',
  ];
  for (const line of lines) {
    for (const path of [
      `/api/sets/${line}`,
      `/api/photos/1/images/${line}`,
      `/api/photos/1/whole-images/${line}`,
      `/api/folders/thumbs?path=${line}&name=${line}`,
      `/api/folders/thumbs?path=/photos&name=${line}`,
      `/api/sets?after=${line}`,
      `/assets/${line}`,
      `/${line}`,
    ]) {
      count('lines and paths');
      const response = await send(path);
      const headers = JSON.stringify([...response.headers]);
      expect([path, headers.includes('Evil'), headers.includes('a=b'), response.status >= 500]).toEqual([
        path,
        false,
        false,
        false,
      ]);
      await response.body?.cancel();
    }
  }
});

test('script in texts, names and messages comes back as data, in a type and under a policy that run nothing', async () => {
  const scripts = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "javascript:alert('1')",
    '</script><svg onload=alert(1)>',
    '\u2028alert(1)//',
    '{{constructor.constructor("alert(1)")()}}',
  ];
  for (const text of scripts) {
    count('scripts');
    world.ports.reviews.edit(1, { caption: text }, { name: text, roles: ['reviewer'] });
    for (const path of [
      '/api/reviews/1',
      '/api/reviews',
      '/api/events/newest',
      `/api/${encodeURIComponent(text)}`,
      `/api/folders?path=${encodeURIComponent(text)}`,
    ]) {
      const response = await send(path);
      expect(response.headers.get('Content-Type')).toMatch(/^application\/(problem\+)?json/);
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(response.headers.get('Content-Security-Policy')).toContain("script-src 'self';");
      await response.body?.cancel();
    }
  }
});

test('whatever breaks inside, no reply carries a word of it', async () => {
  const secrets = [
    'SELECT token FROM access_tokens',
    '/srv/photos/private',
    'at Object.<anonymous> (/srv/app.ts:1:1)',
    'ECONNREFUSED 10.0.0.5:3306',
  ];
  const { list } = world.ports.sets;
  for (const secret of secrets) {
    count('errors inside');
    world.ports.sets.list = () => {
      throw new Error(secret, { cause: new Error(secret) });
    };
    const response = await send('/api/sets');
    const reply = `${await response.text()} ${JSON.stringify([...response.headers])}`;
    expect([response.status, reply.includes(secret)]).toEqual([500, false]);
  }
  world.ports.sets.list = list;
});
