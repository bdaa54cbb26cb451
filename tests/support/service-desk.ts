import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';

/**
 * vitest's global set-up: lends every file of a test run the same servers, each started when it is first asked for and stopped at the end of the
 * run. A run that needs none starts none.
 */
export default async function openServiceDesk({ provide }: TestProject): Promise<() => Promise<void>> {
  const started = new Map<string, Promise<LentServer>>();
  const desk = createServer(({ url = '' }, response) => {
    const start = servers[url];
    if (start === undefined) return void response.writeHead(404).end(`there is no server called ${url}`);
    const server = started.get(url) ?? start();
    started.set(url, server);
    void answer(server, response);
  });
  desk.listen(0, '127.0.0.1');
  await once(desk, 'listening');
  provide('serviceDeskPort', (desk.address() as AddressInfo).port);
  return async () => {
    desk.close();
    const ended = await Promise.allSettled(started.values());
    for (const server of ended) if (server.status === 'fulfilled') await server.value.stop();
  };
}

type LentServer = { readonly address: unknown; stop(): Promise<void> };

const servers: Readonly<Record<string, () => Promise<LentServer>>> = {
  async '/mariadb'() {
    const { startMariadb } = await import('./mariadb-server.ts');
    const { host, port, user, password, stop } = await startMariadb();
    return { address: { host, port, user, password }, stop };
  },
  async '/redis'() {
    const { startLocalRedis } = await import('./redis-server.ts');
    const { url, stop } = await startLocalRedis();
    return { address: { url }, stop };
  },
};

async function answer(server: Promise<LentServer>, response: ServerResponse): Promise<void> {
  try {
    response.end(JSON.stringify((await server).address));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}
