import type { SFTPWrapper, Stats } from 'ssh2';
import type { RemoteConnection, RemoteEntry } from '../remote/remote-connection.ts';
import { RemoteFault, isFault } from '../remote/remote-fault.ts';
import { sftpFault } from './sftp-fault.ts';
import type { SftpSession } from './sftp-login.ts';

/** What every server takes in one request. */
const CHUNK_BYTES = 32 * 1024;
/** Requests under way at once, so that a long line is kept full: 2 MB. */
const REQUESTS_AT_ONCE = 64;

type Callback<Result> = (error: Error | null | undefined, result: Result) => void;

/** `root` is the site's folder, absolute on the server. */
export function sftpConnection(
  { client, sftp }: SftpSession,
  { root, timeoutMs }: { readonly root: string; readonly timeoutMs: number },
): RemoteConnection {
  let isOpen = true;
  const { promise: lost, reject: lose } = Promise.withResolvers<never>();
  lost.catch(() => undefined);
  const close = (because = 'closed here') => {
    isOpen = false;
    lose(new RemoteFault('connection-lost', `broke off the connection (${because})`));
    client.destroy();
  };
  client.on('error', (error) => close(error.message));
  client.once('close', () => close('closed by the server'));
  sftp.once('close', () => close('closed by the server'));

  const absolute = (path: string) => (path === '' ? root : `${root === '/' ? '' : root}/${path}`);
  const request = <Result>(what: string, send: (callback: Callback<Result>) => void) =>
    Promise.race([lost, answer(what, send, timeoutMs, () => close('it says nothing any more'))]);

  async function stat(path: string): Promise<Stats | null> {
    try {
      return await request<Stats>('a look at a file', (done) => sftp.stat(absolute(path), done));
    } catch (error) {
      if (isFault(error, 'missing')) return null;
      throw error;
    }
  }

  async function withHandle<Result>(
    path: string,
    flags: 'r' | 'r+' | 'w',
    use: (handle: Buffer) => Promise<Result>,
  ): Promise<Result> {
    const handle = await request<Buffer>('opening a file', (done) => sftp.open(absolute(path), flags, done));
    try {
      return await use(handle);
    } finally {
      // Of a connection that is gone nothing is left to be closed.
      if (isOpen) await request<void>('closing a file', (done) => sftp.close(handle, done)).catch(() => undefined);
    }
  }

  async function write(path: string, bytes: Uint8Array, offset: number): Promise<void> {
    await withHandle(path, offset === 0 ? 'w' : 'r+', async (handle) => {
      const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      await inParallel(offset, data.length, (at, length) =>
        request<void>('writing', (done) => sftp.write(handle, data, at, length, at, done)),
      );
      await flush(handle);
    }).catch(async (error: unknown) => {
      // OpenSSH says no more than "failure" of a full disk.
      if (isFault(error, 'refused') && (await isFull()))
        throw new RemoteFault('disk-full', 'has no room left on its disk');
      throw error;
    });
  }

  /** A server may give less than it was asked for. */
  async function readFully(handle: Buffer, data: Buffer, at: number, length: number): Promise<void> {
    for (let got = 0; got < length;) {
      const position = at + got;
      const more = await request<number>('reading', (done) =>
        sftp.read(handle, data, position, length - got, position, done),
      );
      if (more === 0) throw new RemoteFault('refused', 'gave a file that became shorter while it was read');
      got += more;
    }
  }

  /** To the disk, where the server knows the extension of OpenSSH; a host that loses power loses no published file. */
  async function flush(handle: Buffer): Promise<void> {
    await optional('fsync@openssh.com', () =>
      request<void>('flushing a file', (done) => sftp.ext_openssh_fsync(handle, done)),
    );
  }

  async function isFull(): Promise<boolean> {
    const room = await optional('statvfs@openssh.com', () =>
      request<{ readonly f_bavail: number }>('the room on its disk', (done) => sftp.ext_openssh_statvfs(root, done)),
    );
    return room !== null && room.f_bavail === 0;
  }

  return {
    get isOpen() {
      return isOpen;
    },
    async ping() {
      await request<string>('a sign of life', (done) => sftp.realpath('.', done));
    },
    async describe(path) {
      const found = await stat(path);
      return found === null ? null : entryOf(path.slice(path.lastIndexOf('/') + 1), found);
    },
    hash: () => Promise.resolve(null),
    read: (path) =>
      withHandle(path, 'r', async (handle) => {
        const { size } = await request<Stats>('a look at a file', (done) => sftp.fstat(handle, done));
        const data = Buffer.alloc(size);
        await inParallel(0, size, (at, length) => readFully(handle, data, at, length));
        return data;
      }),
    write,
    async rename(from, to) {
      const ends = [absolute(from), absolute(to)] as const;
      if (hasExtension(sftp, 'posix-rename@openssh.com'))
        await request<void>('a rename', (done) => sftp.ext_openssh_rename(...ends, done));
      else await request<void>('a rename', (done) => sftp.rename(...ends, done));
    },
    async remove(path) {
      try {
        await request<void>('a removal', (done) => sftp.unlink(absolute(path), done));
        return true;
      } catch (error) {
        if (isFault(error, 'missing')) return false;
        throw error;
      }
    },
    async makeFolder(path) {
      await request<void>('making a folder', (done) => sftp.mkdir(absolute(path), done));
    },
    async entries(folder) {
      try {
        const listed = await request<readonly { filename: string; attrs: Stats }[]>('a listing', (done) =>
          sftp.readdir(absolute(folder), done),
        );
        return listed
          .filter(({ filename }) => filename !== '.' && filename !== '..')
          .map(({ filename, attrs }) => entryOf(filename, attrs));
      } catch (error) {
        if (isFault(error, 'missing')) return null;
        if (isFault(error, 'refused') && (await stat(folder))?.isDirectory() === false) return null;
        throw error;
      }
    },
    realPath: (folder) => request<string>('the real path of a folder', (done) => sftp.realpath(absolute(folder), done)),
    close: () => close(),
  };

  async function optional<Result>(extension: string, ask: () => Promise<Result>): Promise<Result | null> {
    if (!hasExtension(sftp, extension)) return null;
    try {
      return await ask();
    } catch (error) {
      if (isFault(error, 'refused')) return null;
      throw error;
    }
  }
}

/** One request and its answer, which comes within the time limit or never. */
async function answer<Result>(
  what: string,
  send: (callback: Callback<Result>) => void,
  timeoutMs: number,
  giveUp: () => void,
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const timer = setTimeout(giveUp, timeoutMs);
  try {
    send((error, result) => (error == null ? resolve(result) : reject(sftpFault(error, what))));
    return await promise;
  } catch (error) {
    throw sftpFault(error, what);
  } finally {
    clearTimeout(timer);
  }
}

/** Calls `move` for every chunk from `start` to `end`, several at once and in order, until one fails. */
async function inParallel(
  start: number,
  end: number,
  move: (at: number, length: number) => Promise<unknown>,
): Promise<void> {
  let next = start;
  const lanes = Array.from({ length: REQUESTS_AT_ONCE }, async () => {
    while (next < end) {
      const at = next;
      next += CHUNK_BYTES;
      try {
        await move(at, Math.min(CHUNK_BYTES, end - at));
      } catch (error) {
        next = end;
        throw error;
      }
    }
  });
  await Promise.all(lanes);
}

function entryOf(name: string, attrs: Stats): RemoteEntry {
  const kind = attrs.isDirectory() ? 'folder' : attrs.isSymbolicLink() ? 'link' : 'file';
  return { name, kind, bytes: attrs.size, modifiedMs: attrs.mtime * 1_000 };
}

/** What the server said at the start that it knows; ssh2 keeps it and throws where one is used that is not there. */
function hasExtension(sftp: SFTPWrapper, name: string): boolean {
  const { _extensions: known } = sftp as unknown as { readonly _extensions?: Readonly<Record<string, string>> };
  return known?.[name] !== undefined;
}
