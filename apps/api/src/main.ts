import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { networkDoor } from './door.ts';
import { NetworkRefused, tlsOptions, type NetworkSettings } from './main-network.ts';
import { webFilesIn } from './main-web-files.ts';
import type { ApiPorts } from './ports.ts';

/** What the server does not bring itself. */
export type ServedPorts = Omit<ApiPorts, 'closing' | 'web' | 'addressOf'>;

export type ServedAt = {
  readonly port: number;
  /** When `port` is taken any free one will do; otherwise a taken port is an error in words. */
  readonly mayMove: boolean;
  /** Where the network comes in; nobody does without it. */
  readonly network?: NetworkSettings | null;
};

export type ApiServer = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** `https://<first name>:<port>`; null without a door to the network. */
  readonly networkUrl: string | null;
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
const limits = { requestTimeout: REQUEST_TIMEOUT_MS, keepAliveTimeout: KEEP_ALIVE_MS };

/** Where the launcher builds the web application. */
const WEB_FOLDER = fileURLToPath(new URL('../../review-ui/dist', import.meta.url));

/** Serves the API and the web application on this machine and, where that is set, to the network. Throws `NetworkRefused` when nobody could sign in there. */
export async function serveApi(served: ServedPorts, { port, mayMove, network = null }: ServedAt): Promise<ApiServer> {
  if (network !== null && served.users.list().length === 0)
    throw new NetworkRefused(
      `PROOFLINE_LISTEN: nobody could sign in at ${network.address}:${network.port}, so it was not opened; start without PROOFLINE_LISTEN, add somebody with: npm run proofline -- users add NAME --role reviewer, and start again with it`,
    );
  const closing = new AbortController();
  const ports = { ...served, addressOf, closing: closing.signal, web: webFilesIn(WEB_FOLDER) };
  const servers: Server[] = [];
  const close = async () => {
    closing.abort();
    await Promise.all(servers.map((server) => closeServer(server)));
  };
  try {
    const local = createAdaptorServer({
      fetch: createApp(ports).fetch,
      overrideGlobalObjects: false,
      serverOptions: limits,
    }) as Server;
    await listen(local, { port, mayMove, address: LOOPBACK, setting: 'PROOFLINE_PORT' });
    servers.push(local);
    const networkUrl = network === null ? null : await openToNetwork(ports, network, servers);
    return { url: `http://${LOOPBACK}:${portOf(local)}`, networkUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openToNetwork(ports: ApiPorts, network: NetworkSettings, servers: Server[]): Promise<string> {
  const { address, port, names } = network;
  const server = createAdaptorServer({
    fetch: createApp(ports, networkDoor(names)).fetch,
    overrideGlobalObjects: false,
    createServer: createTlsServer,
    serverOptions: { ...limits, ...tlsOptions(network) },
  }) as Server;
  await listen(server, { port, address, mayMove: false, setting: 'PROOFLINE_LISTEN' });
  servers.push(server);
  return `https://${names[0]}:${portOf(server)}`;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** What the server hands over with each request. */
function addressOf(server: unknown): string {
  return (server as { readonly incoming?: IncomingMessage }).incoming?.socket.remoteAddress ?? 'unknown';
}

type Place = { readonly address: string; readonly port: number; readonly mayMove: boolean; readonly setting: string };

async function listen(server: Server, { address, port, mayMove, setting }: Place): Promise<void> {
  try {
    server.listen(port, address);
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' && mayMove) return listen(server, { address, port: 0, mayMove: false, setting });
    const reason = code === 'EADDRINUSE' ? 'another program uses it' : message;
    throw new Error(
      `the API cannot listen on port ${port} (${reason}); choose another one with ${setting}${setting === 'PROOFLINE_PORT' ? ', or 0 for any' : ''}`,
      {
        cause: error,
      },
    );
  }
}

/** Requests under way are answered; a connection that stays open longer is cut. */
async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const deadline = setTimeout(() => server.closeAllConnections(), CLOSE_DEADLINE_MS);
  await closed;
  clearTimeout(deadline);
}
