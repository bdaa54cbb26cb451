import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FTPError, FileType, type Client, type FTPContext, type FileInfo } from 'basic-ftp';
import type { RemoteConnection, RemoteEntry } from '../remote/remote-connection.ts';
import { RemoteFault } from '../remote/remote-fault.ts';
import { entryOfFacts } from './ftp-facts.ts';
import { ftpFault } from './ftp-reply.ts';
import { hashCommandOf, readHash } from './ftp-hash.ts';

/** Small enough that a slow line shows progress to the watch over the transfer. */
const CHUNK_BYTES = 64 * 1024;

/** `root` is the site's folder, absolute on the server; `features` are those of FEAT. */
export function ftpConnection(
  client: Client,
  {
    root,
    features,
    secret,
  }: {
    readonly root: string;
    readonly features: ReadonlyMap<string, string>;
    readonly secret: string;
  },
): RemoteConnection {
  const hashCommand = hashCommandOf(features);
  let mayRestart = true;
  const absolute = (path: string) => (path === '' ? root : `${root === '/' ? '' : root}/${path}`);

  async function told<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (error) {
      throw ftpFault(error, secret);
    }
  }

  async function describe(path: string): Promise<RemoteEntry | null> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (features.has('MLST')) {
      const reply = await unlessMissing(client.send(`MLST ${absolute(path)}`));
      const entry = reply === null ? null : entryOfFacts(name, reply.message);
      if (entry !== null && entry.kind !== 'link') return entry;
      if (reply === null) return null;
    }
    const bytes = await unlessMissing(client.size(absolute(path)));
    if (bytes !== null) return { name, kind: 'file', bytes, modifiedMs: await lastModified(path) };
    const isFolder = (await unlessMissing(client.cd(absolute(path)))) !== null;
    return isFolder ? { name, kind: 'folder', bytes: 0, modifiedMs: null } : null;
  }

  async function lastModified(path: string): Promise<number | null> {
    if (!features.has('MDTM')) return null;
    const date = await unlessMissing(client.lastMod(absolute(path)));
    return date === null || Number.isNaN(date.getTime()) ? null : date.getTime();
  }

  async function write(path: string, bytes: Uint8Array, offset: number): Promise<void> {
    const prepare = client.prepareTransfer;
    let start = offset;
    client.prepareTransfer = async (ftp) => {
      const reply = await prepare(ftp);
      if (start > 0 && mayRestart) {
        const restart = await client.sendIgnoringError(`REST ${start}`);
        mayRestart = restart.code < 400;
      }
      if (!mayRestart) start = 0;
      waitForReason(ftp);
      return reply;
    };
    try {
      await client.uploadFrom(Readable.from(chunksFrom(bytes, () => start)), absolute(path));
    } finally {
      client.prepareTransfer = prepare;
    }
  }

  return {
    get isOpen() {
      return !client.closed;
    },
    ping: () => told(client.send('NOOP').then(() => undefined)),
    describe: (path) => told(describe(path)),
    hash: (path) =>
      hashCommand === null ? Promise.resolve(null) : told(readHash(client, hashCommand, absolute(path))),
    async read(path) {
      const destination = new PassThrough();
      const [bytes] = await told(Promise.all([buffer(destination), client.downloadTo(destination, absolute(path))]));
      return bytes;
    },
    write: (path, bytes, offset) => told(write(path, bytes, offset)),
    rename: (from, to) => told(client.rename(absolute(from), absolute(to)).then(() => undefined)),
    async remove(path) {
      if ((await told(unlessMissing(client.remove(absolute(path))))) !== null) return true;
      if ((await told(describe(path))) === null) return false;
      throw new RemoteFault('no-permission', `does not remove ${path}`);
    },
    makeFolder: (path) => told(client.send(`MKD ${absolute(path)}`).then(() => undefined)),
    async entries(folder) {
      // By its name alone, for servers take options and spaces in the argument of LIST in their own ways.
      if ((await told(unlessMissing(client.cd(absolute(folder))))) === null) return null;
      return (await told(client.list())).flatMap(entryOf);
    },
    async realPath(folder) {
      await told(client.cd(absolute(folder)));
      return told(client.pwd());
    },
    close: () => client.close(),
  };
}

/** Asked of the stream when it begins: only then it is known where the server goes on. */
function* chunksFrom(bytes: Uint8Array, start: () => number): Generator<Uint8Array> {
  for (let at = start(); at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

/**
 * Null when the server says that there is nothing of the kind at the path. Any other refusal is thrown: taken for an answer it would say that a
 * published file is not there.
 */
async function unlessMissing<Result>(reply: Promise<Result>): Promise<Result | null> {
  try {
    return await reply;
  } catch (error) {
    const saysNo = error instanceof FTPError && (error.code === 550 || error.code === 450);
    if (saysNo && ftpFault(error, '').kind !== 'no-permission') return null;
    throw error;
  }
}

/** How long a reply may come after the end of the data connection that it explains. */
const REASON_WITHIN_MS = 500;

/**
 * A server that refuses a transfer resets the data connection, and that is often seen before the reply which says why. The library would fail at once,
 * by the listeners of its session and by those of the pipe into the socket, and the reason would be lost. So the socket tells of its end a little later.
 */
function waitForReason({ dataSocket }: FTPContext): void {
  if (dataSocket === undefined) return;
  const tell = dataSocket.emit.bind(dataSocket) as (event: string | symbol, ...values: unknown[]) => boolean;
  const isBrokenOff = (event: string | symbol) =>
    event === 'error' || (event === 'close' && (dataSocket.errored !== null || !dataSocket.writableFinished));
  dataSocket.emit = (event: string | symbol, ...values: unknown[]) => {
    if (!isBrokenOff(event)) return tell(event, ...values);
    const timer = setTimeout(() => {
      // Once the reply was here nobody listens any more, and an error that nobody hears is thrown.
      if (dataSocket.listenerCount(event) > 0) tell(event, ...values);
    }, REASON_WITHIN_MS);
    timer.unref();
    return true;
  };
}

function entryOf({ name, type, size, modifiedAt }: FileInfo): readonly RemoteEntry[] {
  const modifiedMs = modifiedAt?.getTime() ?? null;
  if (type === FileType.File) return [{ name, kind: 'file', bytes: size, modifiedMs }];
  if (type === FileType.Directory) return [{ name, kind: 'folder', bytes: 0, modifiedMs }];
  return type === FileType.SymbolicLink ? [{ name, kind: 'link', bytes: 0, modifiedMs }] : [];
}
