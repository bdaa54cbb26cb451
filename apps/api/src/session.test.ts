import { gunzipSync } from 'node:zlib';
import { roles } from '@proofline/domain/actor.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCheckedApp } from './testing/checked-app.ts';
import { inMemoryPorts } from './testing/in-memory-ports.ts';
import { legalCalls, newSet } from './testing/legal-calls.ts';
import { SAMPLE_IMAGE } from './testing/sample-doors.ts';

const HOST = '127.0.0.1:4170';
const person = { name: 'Rita', roles };

let world: ReturnType<typeof inMemoryPorts>;
let app: ReturnType<typeof createCheckedApp>;
let cookie: string;

beforeEach(async () => {
  world = inMemoryPorts();
  app = createCheckedApp(world.ports);
  const reply = await signIn(world.ports.sessions.offer(person));
  cookie = reply.headers.getSetCookie()[0]!.split(';')[0]!;
});

const ours = { 'Sec-Fetch-Site': 'same-origin', Origin: `http://${HOST}` };

function send(method: string, path: string, headers: Record<string, string>, body?: unknown) {
  return app.request(path, {
    method,
    headers: { Host: HOST, ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const signIn = (code: string) => send('POST', '/api/session', ours, { code });

describe('signing in', () => {
  test('swaps the code of a link for a cookie that scripts and other sites do not get', async () => {
    const reply = await signIn(world.ports.sessions.offer(person));
    expect(reply.status).toBe(201);
    expect(await reply.json()).toEqual({ name: 'Rita', roles });
    const [given] = reply.headers.getSetCookie();
    expect(given).toMatch(/^proofline_4170=session-of-Rita; /);
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=604800'])
      expect(given).toContain(attribute);
  });

  test('with a code that was used is refused, and written down', async () => {
    const code = world.ports.sessions.offer(person);
    await signIn(code);
    const reply = await signIn(code);
    expect(reply.status).toBe(403);
    expect(reply.headers.getSetCookie()).toEqual([]);
    expect(world.state.events.at(-1)).toMatchObject({ kind: 'request.refused', detail: { path: '/api/session' } });
  });

  test('is over when it is ended, and the cookie is taken away', async () => {
    expect((await send('GET', '/api/session', { Cookie: cookie })).status).toBe(200);
    const reply = await send('DELETE', '/api/session', { Cookie: cookie, ...ours });
    expect(reply.status).toBe(204);
    expect(reply.headers.getSetCookie()[0]).toMatch(/^proofline_4170=; Max-Age=0/);
    expect((await send('GET', '/api/session', { Cookie: cookie })).status).toBe(401);
  });

  test('at one port is not signing in at another', async () => {
    expect((await send('GET', '/api/sets', { Cookie: cookie, Host: '127.0.0.1:4171' })).status).toBe(401);
  });
});

const routes = legalCalls(() => '0'.repeat(64)).map((route) => ({
  ...route,
  name: route.call().slice(0, 2).join(' '),
}));

describe.each(routes)('with a session, $name', ({ call }) => {
  const [method, path, body] = call();

  test('is let through from a page of ours', async () => {
    const inViewOf = { 'If-Match': `"${'0'.repeat(64)}"` };
    const reply = await send(method, `/api${path}`, { Cookie: cookie, ...ours, ...inViewOf }, body);
    await reply.body?.cancel();
    expect([401, 403, 500]).not.toContain(reply.status);
  });

  test('is refused without its cookie', async () => {
    const reply = await send(method, `/api${path}`, ours, body);
    expect(reply.status).toBe(401);
  });
});

describe.each(routes.filter(({ call }) => call()[0] !== 'GET'))('with a session, $name', ({ call }) => {
  const [method, path, body] = call();

  test.each([
    {},
    { Origin: 'https://evil.example' },
    { Origin: 'http://127.0.0.1:3000' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
  ] as Record<string, string>[])('is refused when the request says %j of where it comes from', async (headers) => {
    const before = world.state.work;
    const reply = await send(method, `/api${path}`, { Cookie: cookie, ...headers }, body);
    expect(reply.status).toBe(403);
    expect(world.state.work).toBe(before);
  });
});

describe('a browser', () => {
  const add = (sourceFolder: string, headers: Record<string, string>) =>
    send('POST', '/api/sets', { ...headers, ...ours }, { ...newSet, sourceFolder });

  test('adds what the folder browser shows and nothing else', async () => {
    expect((await add('/photos/birds', { Cookie: cookie })).status).toBe(201);
    expect((await add('/etc', { Cookie: cookie })).status).toBe(404);
    expect(world.state.sets).toHaveLength(2);
  });

  test('gets a picture by its content, to keep for ever', async () => {
    const reply = await send('GET', `/api/photos/1/images/${SAMPLE_IMAGE}`, { Cookie: cookie, ...ours });
    expect(reply.headers.get('Content-Type')).toBe('image/jpeg');
    expect(reply.headers.get('Cache-Control')).toBe('private, max-age=31536000, immutable');
    expect(reply.headers.get('ETag')).toBe(`"${SAMPLE_IMAGE}"`);
    expect((await send('GET', `/api/photos/2/images/${SAMPLE_IMAGE}`, { Cookie: cookie, ...ours })).status).toBe(404);
  });
});

describe('an edit', () => {
  const edit = (headers: Record<string, string>) =>
    send('PATCH', '/api/photos/1/review', { Cookie: cookie, ...ours, ...headers }, { caption: 'A lake under ice' });
  const caption = () => world.ports.reviews.view(1).published.caption;

  test('that does not say what it was made in view of is refused', async () => {
    expect((await edit({})).status).toBe(428);
    expect(caption()).toBe('Frozen lake number 1');
  });

  test.each([`"${'a'.repeat(64)}"`, '*', 'W/"x"'])('in view of %s, which is not there, is refused', async (tag) => {
    expect((await edit({ 'If-Match': tag })).status).toBe(412);
    expect(caption()).toBe('Frozen lake number 1');
  });

  test('in view of what is there is written, and gives the next tag', async () => {
    const seen = await send('GET', '/api/reviews/1', { Cookie: cookie, ...ours });
    const reply = await edit({ 'If-Match': seen.headers.get('ETag')! });
    expect(reply.status).toBe(200);
    expect(caption()).toBe('A lake under ice');
    expect(reply.headers.get('ETag')).toBe(`"${world.ports.reviews.view(1).revisionHash}"`);
  });
});

describe('the web application', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  beforeEach(() => {
    world.state.webFiles.set('/index.html', { bytes: bytes('<html>'), type: 'text/html', sha256: null });
    world.state.webFiles.set('/assets/a.js', { bytes: bytes('1'), type: 'text/javascript', sha256: 'b'.repeat(64) });
  });

  test.each(['/', '/review', '/sets', '/sign-in', '/nowhere/at/all'])('answers %s with its page', async (path) => {
    // A link in another page leads here.
    const reply = await send('GET', path, { 'Sec-Fetch-Site': 'cross-site' });
    expect([reply.status, await reply.text()]).toEqual([200, '<html>']);
    expect(reply.headers.get('Cache-Control')).toBe('no-cache');
    const policy = reply.headers.get('Content-Security-Policy');
    for (const part of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(part);
    expect(reply.headers.get('X-Frame-Options')).toBe('DENY');
    expect(reply.headers.get('Strict-Transport-Security')).toBeNull();
  });

  test('keeps for ever what is named by its content', async () => {
    const reply = await send('GET', '/assets/a.js', {});
    expect(reply.headers.get('Cache-Control')).toContain('immutable');
  });

  test('the application comes compressed to whom takes that, and as it is to others', async () => {
    const text = 'export const word = 1;\n'.repeat(200);
    world.state.webFiles.set('/assets/c.js', { bytes: bytes(text), type: 'text/javascript', sha256: 'c'.repeat(64) });
    const packed = await send('GET', '/assets/c.js', { 'Accept-Encoding': 'gzip, br' });
    expect(packed.headers.get('Content-Encoding')).toBe('gzip');
    expect(packed.headers.get('Vary')).toContain('Accept-Encoding');
    const received = Buffer.from(await packed.arrayBuffer());
    expect(received.length).toBeLessThan(text.length / 3);
    expect(gunzipSync(received).toString()).toBe(text);
    expect(await (await send('GET', '/assets/c.js', {})).text()).toBe(text);
  });

  test.each(['/assets/b.js', '/../package.json', '/assets/..%2findex.html.map', '/index.html.bak'])(
    'has nothing at %s',
    async (path) => {
      expect((await send('GET', path, {})).status).toBe(404);
    },
  );

  test('tells strangers nothing of what is below /api', async () => {
    expect((await send('GET', '/api/nowhere', {})).status).toBe(401);
    expect((await send('GET', '/api/nowhere', { Cookie: cookie })).status).toBe(404);
  });

  test('of another name than this machine’s is refused', async () => {
    expect((await send('GET', '/', { Host: 'evil.example' })).status).toBe(403);
  });
});
