import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import type { Actor } from '@proofline/domain/actor.ts';
import { expect, test } from 'vitest';
import { makeCertificate } from '../support/certificate.ts';
import { freePort } from '../support/free-port.ts';
import { startSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ops: Actor = { name: 'Olga', roles: ['ops'] };
const password = 'nine swans on a frozen lake';

type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

/** Loopback stands for the network: the door is the same one. */
async function prepared() {
  const folder = await temporaryFolder();
  const { keyFile, certificateFile, pem } = makeCertificate(folder, 'door', 'DNS:photos.test,IP:127.0.0.1');
  const port = await freePort();
  const variables = {
    PROOFLINE_LISTEN: `127.0.0.1:${port}`,
    PROOFLINE_HOST_NAMES: 'photos.test',
    PROOFLINE_TLS_CERTIFICATE: certificateFile,
    PROOFLINE_TLS_KEY: keyFile,
  };
  const host = `photos.test:${port}`;
  const ours = { Host: host, Origin: `https://${host}`, 'Sec-Fetch-Site': 'same-origin' };
  const send = (method: string, path: string, headers: Record<string, string> = {}, body: unknown = {}) =>
    new Promise<Reply>((resolve, reject) => {
      const text = method === 'GET' ? '' : JSON.stringify(body);
      const described = { 'Content-Type': 'application/json', 'Content-Length': text.length, ...ours, ...headers };
      const to = { host: '127.0.0.1', port, method, path, ca: pem, servername: 'photos.test', headers: described };
      const sent = request(to, (reply) => {
        let said = '';
        reply.setEncoding('utf8').on('data', (part: string) => (said += part));
        reply.on('end', () => resolve({ status: reply.statusCode!, headers: reply.headers, body: said }));
      });
      sent.on('error', reject).end(text);
    });
  const signIn = (given: string) => send('POST', '/api/session', {}, { name: 'Una', password: given });
  return { folder, variables, send, signIn };
}

const cookieOf = ({ headers }: Reply) => ({ Cookie: headers['set-cookie']![0]!.split(';')[0]! });

test('Proofline does not start towards the network while nobody could sign in; with a user it does', async () => {
  const { folder, variables, send, signIn } = await prepared();
  await expect(startSystem(folder, variables)).rejects.toThrow(/^PROOFLINE_LISTEN: nobody could sign in/);
  {
    await using local = await startSystem(folder);
    await local.system.stores.users.add({ name: 'Una', roles: ['reviewer'], password }, ops);
  }
  await using running = await startSystem(folder, variables);
  const { users, sessions, events } = running.system.stores;

  const opened = await signIn(password);
  expect(opened.status).toBe(201);
  const own = JSON.parse((await send('GET', '/api/sessions', cookieOf(opened))).body) as object;
  expect(own).toMatchObject({ currentId: 1, sessions: [{ id: 1, name: 'Una', address: '127.0.0.1' }] });
  expect((await send('GET', '/api/sessions/all', cookieOf(opened))).status).toBe(403);
  users.setRoles('Una', ['operator'], ops);
  expect((await send('GET', '/api/sessions', cookieOf(opened))).status).toBe(401);

  const again = cookieOf(await signIn(password));
  const [{ id } = { id: 0 }] = sessions.list();
  expect((await send('DELETE', `/api/sessions/${id}`, again)).status).toBe(204);
  expect((await send('GET', '/api/session', again)).status).toBe(401);

  for (let guess = 0; guess < 5; guess += 1) expect((await signIn('a guess')).status).toBe(403);
  const waits = await signIn(password);
  expect([waits.status, waits.headers['retry-after'], JSON.parse(waits.body)]).toMatchObject([
    429,
    expect.stringMatching(/^(30|29|28)$/),
    { code: 'too_many' },
  ]);
  const kinds = events.latest(20).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'sign-in.failed')).toHaveLength(5);
  expect(kinds).toContain('request.refused');
});
