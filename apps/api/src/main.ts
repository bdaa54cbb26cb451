import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { webFilesIn } from './main-web-files.ts';
import type { ApiPorts } from './ports.ts';

/** What the server does not bring itself. */
export type ServedPorts = Omit<ApiPorts, 'closing' | 'web'>;

export type ApiServer = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly close: () => Promise<void>;
};

/** Reachable from this machine only. */
const LOOPBACK = '127.0.0.1';
/**
 * A client whose own clock for idle connections runs late, because its machine is busy, must not meet one that was just closed: Node's usual 5 s are
 * shorter than such a delay.
 */
const KEEP_ALIVE_MS = 60_000;
/** No request of ours takes near as long. */
const REQUEST_TIMEOUT_MS = 30_000;
const CLOSE_DEADLINE_MS = 2000;

/** Where the launcher builds the web application. */
const WEB_FOLDER = fileURLToPath(new URL('../../review-ui/dist', import.meta.url));

/** Serves the API and the web application. `mayMove`: when `port` is taken any free one will do; otherwise a taken port is an error in words. */
export async function serveApi(
  ports: ServedPorts,
  { port, mayMove }: { readonly port: number; readonly mayMove: boolean },
): Promise<ApiServer> {
  const closing = new AbortController();
  const app = createApp({ ...ports, closing: closing.signal, web: webFilesIn(WEB_FOLDER) });
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS, keepAliveTimeout: KEEP_ALIVE_MS },
  }) as Server;
  await listen(server, port, mayMove);
  return {
    url: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`,
    close() {
      closing.abort();
      return close(server);
    },
  };
}

async function listen(server: Server, port: number, mayMove: boolean): Promise<void> {
  try {
    server.listen(port, LOOPBACK);
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' && mayMove) return listen(server, 0, false);
    const reason = code === 'EADDRINUSE' ? 'another program uses it' : message;
    throw new Error(
      `the API cannot listen on port ${port} (${reason}); choose another one with PROOFLINE_PORT, or 0 for any`,
      {
        cause: error,
      },
    );
  }
}

/** Requests under way are answered; a connection that stays open longer is cut. */
async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const deadline = setTimeout(() => server.closeAllConnections(), CLOSE_DEADLINE_MS);
  await closed;
  clearTimeout(deadline);
}
