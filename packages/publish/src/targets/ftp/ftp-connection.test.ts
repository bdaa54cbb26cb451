import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Client } from 'basic-ftp';
import { expect, onTestFinished, test } from 'vitest';
import { ftpConnection } from './ftp-connection.ts';

test('why a transfer was refused is told, though the data connection ends before the reply comes', async () => {
  const { client, connection } = await connected(async ({ data, reply }) => {
    reply('150 go on');
    const [first] = (await once(data, 'data')) as [Buffer];
    expect(first.length).toBeGreaterThan(0);
    const seenByClient = client.ftp.dataSocket!;
    data.resetAndDestroy();
    while (!seenByClient.destroyed) await nextTurn();
    reply('552 quota exceeded');
  });
  await expect(connection.write('A.JPG', new Uint8Array(8_000_000), 0)).rejects.toMatchObject({
    kind: 'disk-full',
    message: expect.stringContaining('552 quota exceeded'),
  });
  await connection.ping();
  expect(connection.isOpen).toBe(true);
});

test('a data connection that ends without any reply is a lost connection', async () => {
  const { connection } = await connected(async ({ data, reply }) => {
    reply('150 go on');
    await once(data, 'data');
    data.resetAndDestroy();
  });
  await expect(connection.write('A.JPG', new Uint8Array(8_000_000), 0)).rejects.toMatchObject({
    kind: 'connection-lost',
  });
});

type Storing = { readonly data: Socket; reply(line: string): void };

/** A client that is logged in at a server which knows what little it needs, and leaves each STOR to `store`. */
async function connected(store: (storing: Storing) => Promise<void>) {
  const dataServer = await listening();
  const control = await listening();
  control.on('connection', (socket) => {
    const reply = (line: string) => void socket.write(`${line}\r\n`);
    const answers: Readonly<Record<string, string>> = {
      USER: '331 password',
      PASS: '230 in',
      EPSV: `229 entering (|||${portOf(dataServer)}|)`,
      NOOP: '200 here',
    };
    reply('220 hello');
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      for (const line of bytes.toString().trim().split('\r\n')) {
        const [command = ''] = line.split(' ');
        if (command !== 'STOR') reply(answers[command] ?? '200 ok');
        else void dataOf.then((data) => store({ data, reply }));
      }
    });
  });
  const dataOf = once(dataServer, 'connection').then(([socket]) => {
    const data = socket as Socket;
    data.on('error', () => undefined);
    return data;
  });
  const client = new Client();
  onTestFinished(() => client.close());
  await client.connect('127.0.0.1', portOf(control));
  await client.login('pub', 'x');
  const connection = ftpConnection(client, { root: '/', features: new Map(), secret: '' });
  return { client, connection };
}

async function listening(): Promise<Server> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;
