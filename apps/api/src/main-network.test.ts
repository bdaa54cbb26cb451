import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { serveApi } from './main.ts';
import { inMemoryPorts } from './testing/in-memory-ports.ts';
import { SAMPLE_PASSWORD } from './testing/sample-users.ts';

let folder: string;
let tls: { certificate: string; key: string };
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofline-tls-'));
  const [keyFile, file] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const bearer = ['-subj', '/CN=x', '-addext', 'subjectAltName=DNS:photos.test,IP:127.0.0.1'];
  execFileSync('openssl', [...kind, '-keyout', keyFile, '-out', file, ...bearer], { stdio: 'ignore' });
  tls = { certificate: readFileSync(file, 'utf8'), key: readFileSync(keyFile, 'utf8') };
});
afterAll(() => rmSync(folder, { recursive: true }));

type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

/** Loopback stands for the network: the door is the same one. */
async function open(ports = inMemoryPorts().ports) {
  const network = { address: '127.0.0.1', port: 0, names: ['photos.test', '127.0.0.1'], tls };
  const server = await serveApi(ports, { port: 0, mayMove: false, network });
  onTestFinished(() => server.close());
  const { port } = new URL(server.networkUrl!);
  const send = (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) =>
    new Promise<Reply>((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const sent = request(
        {
          host: '127.0.0.1',
          port,
          method,
          path,
          ca: tls.certificate,
          servername: 'photos.test',
          headers: {
            Host: `photos.test:${port}`,
            ...(text !== undefined && {
              'Content-Type': 'application/json',
              'Content-Length': Buffer.byteLength(text),
            }),
            ...headers,
          },
        },
        (reply) => {
          let said = '';
          reply.setEncoding('utf8').on('data', (part: string) => (said += part));
          reply.on('end', () => resolve({ status: reply.statusCode!, headers: reply.headers, body: said }));
        },
      );
      sent.on('error', reject).end(text);
    });
  const ours = { Origin: `https://photos.test:${port}`, 'Sec-Fetch-Site': 'same-origin' };
  return { server, port, send, ours };
}

test('the network is not opened while nobody could sign in, and nothing listens', async () => {
  const { ports } = inMemoryPorts();
  ports.users.remove('Una', { name: 'Olga', roles: ['ops'] });
  await expect(open(ports)).rejects.toThrow(/^PROOFLINE_LISTEN: nobody could sign in at .*users add NAME/);
});

test('a password in the clear finds nobody who listens', async () => {
  const { port } = await open();
  await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow('fetch failed');
});

test('a wrong password is refused in words, without a cookie, and written down', async () => {
  const { ports, state } = inMemoryPorts();
  const { send, ours } = await open(ports);
  const reply = await send('POST', '/api/session', ours, { name: 'Una', password: 'a guess' });
  expect([reply.status, JSON.parse(reply.body)]).toMatchObject([403, { code: 'not_allowed' }]);
  expect(reply.headers['set-cookie']).toBeUndefined();
  expect(state.events.at(-1)).toMatchObject({ kind: 'request.refused', detail: { path: '/api/session' } });
});

test.each(['evil.example', 'localhost', 'photos.test.evil.example', 'photos.test.'])(
  'the name %s is not this machine’s here',
  async (host) => {
    const { send, port } = await open();
    expect((await send('GET', '/api/health', { Host: `${host}:${port}` })).status).toBe(403);
  },
);

test('a page of the same name without TLS is another page', async () => {
  const { send, port } = await open();
  const foreign = { Origin: `http://photos.test:${port}`, 'Sec-Fetch-Site': 'same-site' };
  const reply = await send('POST', '/api/session', foreign, { name: 'Una', password: SAMPLE_PASSWORD });
  expect(reply.status).toBe(403);
});

test('sign-in links neither open nor are made here', async () => {
  const { ports } = inMemoryPorts();
  const { send, ours } = await open(ports);
  const code = ports.sessions.offer({ name: 'Olga', roles: ['ops'] });
  expect((await send('POST', '/api/session', ours, { code })).status).toBe(403);
  expect(ports.sessions.open(code, 'here')).not.toBeNull();
  const signedIn = await send('POST', '/api/session', ours, { name: 'Una', password: SAMPLE_PASSWORD });
  const [cookie = ''] = signedIn.headers['set-cookie']![0]!.split(';');
  expect((await send('POST', '/api/sign-in-links', { ...ours, Cookie: cookie })).status).toBe(403);
});

test('the right password gives a cookie of this host under TLS alone, which opens what the roles allow', async () => {
  const { send, ours, port } = await open();
  const reply = await send('POST', '/api/session', ours, { name: 'Una', password: SAMPLE_PASSWORD });
  expect(reply.status).toBe(201);
  const [given = ''] = reply.headers['set-cookie']!;
  expect(given).toMatch(new RegExp(`^__Host-proofline_${port}=[^;]+; `));
  for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/']) expect(given).toContain(attribute);
  expect(given).not.toContain('Domain');
  expect(reply.headers['strict-transport-security']).toBe('max-age=31536000');
  const cookie = { Cookie: given.split(';')[0]! };
  expect((await send('GET', '/api/sets', cookie)).status).toBe(200);
  expect((await send('GET', '/api/users', cookie)).status).toBe(403);
});

test('the machine itself keeps its own door, without TLS and with links', async () => {
  const { server } = await open();
  const reply = await fetch(`${server.url}/api/health`);
  expect([reply.status, reply.headers.get('Strict-Transport-Security')]).toEqual([200, null]);
});
