import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import type { MariadbServer } from './mariadb-server.ts';

/**
 * vitest's global set-up: lends every file of a test run the same servers, each started when it is first asked for and stopped at the end of the
 * run. A run that needs none starts none.
 */
export default async function openServiceDesk({ provide }: TestProject): Promise<() => Promise<void>> {
  let mariadb: Promise<MariadbServer> | undefined;
  const start = async () => (await import('./mariadb-server.ts')).startMariadb();
  const desk = createServer((_, response) => {
    mariadb ??= start();
    void answer(mariadb, response);
  });
  desk.listen(0, '127.0.0.1');
  await once(desk, 'listening');
  provide('serviceDeskPort', (desk.address() as AddressInfo).port);
  return async () => {
    desk.close();
    await (await mariadb)?.stop();
  };
}

async function answer(server: Promise<MariadbServer>, response: ServerResponse): Promise<void> {
  try {
    const { host, port, user, password } = await server;
    response.end(JSON.stringify({ host, port, user, password }));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}
