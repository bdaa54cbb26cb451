import { Blocked } from '@proofline/domain/blocking.ts';
import type { ConnectionPool } from './connection-pool.ts';
import type { RemoteConnection, RemoteEntry } from './remote-connection.ts';
import { RemoteFault, isFault } from './remote-fault.ts';

/** The folder of a site on a server, reached through a pool of connections. */
export type RemoteSite = {
  /** How the operator knows the server: `the FTP server www.example.com`. */
  readonly name: string;
  /** As the operator named it. */
  readonly folder: string;
  readonly pool: ConnectionPool<RemoteConnection>;
};

/** A connection that breaks off is opened again this often for one question; what the server answers counts, not that it was lost. */
const TRIES_TO_ASK = 3;

/** Asks something that may be asked again. */
export async function ask<Result>(
  { pool }: Pick<RemoteSite, 'pool'>,
  question: (connection: RemoteConnection) => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await pool.use(question, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!isFault(error, 'connection-lost') || tries === TRIES_TO_ASK) throw error;
    }
  }
}

/** Throws `Blocked` when the folder is gone: an empty look into it would say that nothing is published. */
export async function assertThere(site: RemoteSite, signal: AbortSignal): Promise<void> {
  const found = await ask(site, (connection) => connection.describe(''), signal);
  if (found?.kind === 'folder') return;
  throw new Blocked(
    'target-unreachable',
    `there is no folder ${site.folder} on ${site.name}; it is not made, for its name may be misspelt; make it there, or correct the address of the site`,
  );
}

/** What the whole server says no to; null where it may be one file that it does not take. */
export function blockedBy(error: unknown, { name }: Pick<RemoteSite, 'name'>): Blocked | null {
  if (error instanceof Blocked) return error;
  if (!(error instanceof RemoteFault)) return null;
  const reason = `${name} ${error.message}`;
  switch (error.kind) {
    case 'connection-lost':
    case 'unreachable':
    case 'busy':
      return new Blocked('target-unreachable', reason, { cause: error });
    case 'login-refused':
    case 'not-trusted':
      return new Blocked('login-refused', reason, { cause: error });
    case 'disk-full':
      return new Blocked('disk-full', reason, { cause: error });
    case 'no-permission':
    case 'missing':
    case 'refused':
      return null;
  }
}

/** A file at a path, or null where there is none; a folder is none. */
export async function fileAt(site: RemoteSite, path: string, signal: AbortSignal): Promise<RemoteEntry | null> {
  const found = await ask(site, (connection) => connection.describe(path), signal);
  return found?.kind === 'file' ? found : null;
}
