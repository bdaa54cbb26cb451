import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createPublicUrlCheck } from './public-url-check.ts';

const { signal } = new AbortController();
const { assertServed } = createPublicUrlCheck();

async function website(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/2025/nature/A.JPG`;
}

test('a file that is served in its length is fine, and no cache is asked for it', async () => {
  const asked: unknown[] = [];
  const url = await website(({ headers, url: path }, response) => {
    asked.push(path, headers['cache-control'], headers['accept-encoding']);
    response.end('12345');
  });
  await assertServed(url, 5, signal);
  expect(asked).toEqual(['/2025/nature/A.JPG', 'no-cache', 'identity']);
});

test.each([
  ['fewer bytes', 6, /answers with 5 bytes where 6 bytes were published/],
  ['more bytes', 4, /answers with 5 bytes where 4 bytes were published/],
])('%s than were published are an error that says both', async (_, bytes, message) => {
  const url = await website((_request, response) => response.end('12345'));
  await expect(assertServed(url, bytes, signal)).rejects.toMatchObject({
    name: 'Error',
    message: expect.stringMatching(message),
  });
});

test('a page that does not end is not read to its end', async () => {
  const url = await website((_request, response) => {
    const more = () => {
      while (response.write('x'.repeat(10_000)));
    };
    response.on('drain', more);
    more();
  });
  await expect(assertServed(url, 5, signal)).rejects.toThrow('where 5 bytes were published');
});

test('a file that the website does not have is an error of this photo', async () => {
  const url = await website((_request, response) => response.writeHead(404).end('12345'));
  await expect(assertServed(url, 5, signal)).rejects.toMatchObject({
    name: 'Error',
    message: expect.stringContaining('404'),
  });
});

test.each([503, 500, 429])('a website that answers %d is no photo’s fault', async (status) => {
  const url = await website((_request, response) => response.writeHead(status).end());
  await expect(assertServed(url, 5, signal)).rejects.toMatchObject({ condition: 'target-unreachable' });
});

test('a website that hangs up, or is not there, is out of reach', async () => {
  const hangsUp = await website((request) => request.socket.destroy());
  await expect(assertServed(hangsUp, 5, signal)).rejects.toMatchObject({ condition: 'target-unreachable' });
  const cutsOff = await website((request, response) => {
    response.writeHead(200, { 'content-length': '5' });
    response.write('12', () => request.socket.destroy());
  });
  await expect(assertServed(cutsOff, 5, signal)).rejects.toMatchObject({ condition: 'target-unreachable' });
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address() as AddressInfo;
  gone.close();
  await once(gone, 'close');
  await expect(assertServed(`http://127.0.0.1:${port}/A.JPG`, 5, signal)).rejects.toMatchObject({
    condition: 'target-unreachable',
    message: expect.stringContaining('ECONNREFUSED'),
  });
});

test('who is told to stop does not wait for an answer', async () => {
  const stop = new AbortController();
  const url = await website(() => stop.abort());
  await expect(assertServed(url, 5, stop.signal)).rejects.toThrow('aborted');
});
