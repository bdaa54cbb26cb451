import { describe, expect, test } from 'vitest';
import { createClient, DetailedError, parseResponse } from './client.ts';
import { serveApi } from './main.ts';
import { inMemoryPorts } from './testing/in-memory-ports.ts';

const portOf = (url: string) => Number(new URL(url).port);

test('the typed client reaches a served API', async () => {
  const { ports } = inMemoryPorts();
  const token = ports.tokens.issue({ name: 'Olga', roles: ['operator', 'reviewer'] });
  const server = await serveApi(ports, { port: 0, mayMove: false });
  const client = createClient(server.url, token);
  const [first] = await parseResponse(client.reviews.$get({ query: { status: 'pending', limit: '1' } }));
  const { published, revisionHash } = await parseResponse(
    client.reviews[':photoId'].$get({ param: { photoId: String(first!.photoId) } }),
  );
  expect(published.caption).toBe(first!.caption);
  await parseResponse(client.photos[':photoId'].approval.$put({ param: { photoId: '1' }, json: { revisionHash } }));
  expect(await parseResponse(client.publications.plan.$get({ query: {} }))).toMatchObject({
    items: [{ photoId: 1, change: 'new' }],
  });
  await server.close();
});

test('a refusal reaches the client as a problem', async () => {
  const { ports } = inMemoryPorts();
  const server = await serveApi(ports, { port: 0, mayMove: false });
  const refused = parseResponse(createClient(server.url, 'a-guess').sets.$get({ query: {} }));
  await expect(refused).rejects.toThrow(DetailedError);
  await expect(refused).rejects.toMatchObject({ statusCode: 401, detail: { data: { code: 'unauthenticated' } } });
  await server.close();
});

test('over the wire: no body is fine, one that is too large or of unknown length is refused', async () => {
  const { ports } = inMemoryPorts();
  const token = ports.tokens.issue({ name: 'Otto', roles: ['operator', 'ops'] });
  const server = await serveApi(ports, { port: 0, mayMove: false });
  const send = (method: string, path: string, body?: string | ReadableStream) =>
    fetch(`${server.url}/api${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body, duplex: 'half' }),
    });
  expect((await send('DELETE', '/stages/draft-text/pause')).status).toBe(204);
  expect((await send('POST', '/publications', JSON.stringify({ photoIds: 'x'.repeat(300_000) }))).status).toBe(413);
  const endless = await send('POST', '/publications', new Blob(['{}']).stream());
  expect(await endless.json()).toMatchObject({ status: 400, code: 'invalid' });
  await server.close();
});

test('a taken port that somebody asked for is an error in words, the usual one gives way', async () => {
  const { ports } = inMemoryPorts();
  const first = await serveApi(ports, { port: 0, mayMove: false });
  const port = portOf(first.url);
  await expect(serveApi(ports, { port, mayMove: false })).rejects.toThrow(
    `the API cannot listen on port ${port} (another program uses it); choose another one with PROOFLINE_PORT, or 0 for any`,
  );
  const second = await serveApi(ports, { port, mayMove: true });
  expect(portOf(second.url)).not.toBe(port);
  await Promise.all([first.close(), second.close()]);
});

test('a closed API answers no more and frees its port', async () => {
  const { ports } = inMemoryPorts();
  const server = await serveApi(ports, { port: 0, mayMove: false });
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  await server.close();
  await expect(fetch(`${server.url}/api/health`)).rejects.toThrow('fetch failed');
  const next = await serveApi(ports, { port: portOf(server.url), mayMove: false });
  await next.close();
});

describe('the stream of events', () => {
  const happen = ({ ports }: ReturnType<typeof inMemoryPorts>, kind: string) =>
    ports.events.append({ actor: 'Olga', kind, runId: null, setId: null, photoId: null, detail: {} });

  /** Reads until `wanted` was said. */
  async function read(reader: ReadableStreamDefaultReader<Uint8Array>, wanted: string): Promise<string> {
    let said = '';
    while (!said.includes(wanted)) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`the stream ended after ${said}`);
      said += new TextDecoder().decode(value);
    }
    return said;
  }

  test('tells what happens, and what was missed after the last event that arrived; closing ends it', async () => {
    const world = inMemoryPorts();
    const token = world.ports.tokens.issue({ name: 'Olga', roles: [] });
    const server = await serveApi(world.ports, { port: 0, mayMove: false });
    const open = async (headers: Record<string, string> = {}) => {
      const reply = await fetch(`${server.url}/api/events/stream`, {
        headers: { Authorization: `Bearer ${token}`, ...headers },
      });
      expect(reply.headers.get('Content-Type')).toContain('text/event-stream');
      return reply.body!.getReader();
    };

    happen(world, 'before');
    const first = await open();
    expect(await read(first, 'hello')).not.toContain('before');
    happen(world, 'while');
    expect(await read(first, '"while"')).toContain('id: 2');
    await first.cancel();

    happen(world, 'missed');
    const second = await open({ 'Last-Event-ID': '2' });
    const said = await read(second, '"missed"');
    expect(said).toContain('id: 3');
    expect(said).not.toContain('"while"');

    const closed = server.close();
    await expect.poll(async () => (await second.read()).done).toBe(true);
    await closed;
  });
});
