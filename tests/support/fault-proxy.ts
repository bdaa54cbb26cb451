import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** What happens to one connection that goes through the proxy. */
export type Disturbance = {
  /** Of the bytes that go from the client to the server, or back. */
  readonly direction: 'to-server' | 'to-client';
  /** Bytes of that direction that still get through. */
  readonly afterBytes: number;
  /**
   * `cut` resets both sides; `stall` lets nothing more through, in neither direction, and keeps both open; `truncate` ends the stream in good order, as
   * if that had been all.
   */
  readonly act: 'cut' | 'stall' | 'truncate';
};

/** What the proxy does to the lines of an unencrypted control connection, once. */
export type ReplyFault =
  /** The client never sees the reply, and its connection is reset. */
  | { readonly act: 'lose-reply'; readonly reply: RegExp }
  /** The server never sees the command and the client gets this reply; with `thenCut` the connection ends after it. */
  | { readonly act: 'answer'; readonly command: RegExp; readonly reply: string; readonly thenCut?: boolean }
  /** The server gets another command instead, and answers that; each time where `when` says so, else once. */
  | {
      readonly act: 'replace';
      readonly command: RegExp;
      readonly by: string;
      readonly when?: (line: string) => boolean;
    };

export type FaultProxy = {
  readonly host: string;
  /** Done to the next connection to one of these ports that carries anything. */
  disturb(ports: readonly number[], disturbance: Disturbance): void;
  faultReply(fault: ReplyFault): void;
  /** Everything that was arranged and has not happened. */
  readonly pending: number;
  /** Resolves when the stall, the cut or the lost reply has happened. */
  happened(): Promise<void>;
  /** Commands and replies that went through, as lines. */
  readonly lines: readonly string[];
  readonly bytesToServer: number;
  readonly bytesToClient: number;
  close(): Promise<void>;
};

/**
 * Listens on another loopback address at the very ports of a server and hands everything on, but for what was arranged. FTP's data connections go
 * through it as well: a client that speaks EPSV opens them at the host of its control connection.
 */
export async function openFaultProxy({
  ports,
  controlPort,
}: {
  readonly ports: readonly number[];
  readonly controlPort: number;
}): Promise<FaultProxy> {
  const host = '127.0.0.2';
  const disturbances: { readonly ports: readonly number[]; readonly disturbance: Disturbance }[] = [];
  const replyFaults: ReplyFault[] = [];
  const sockets = new Set<Socket>();
  const lines: string[] = [];
  let bytesToServer = 0;
  let bytesToClient = 0;
  let waiting: (() => void)[] = [];
  const tell = () => {
    for (const done of waiting) done();
    waiting = [];
  };

  function takeDisturbance(port: number): Disturbance | undefined {
    const index = disturbances.findIndex((arranged) => arranged.ports.includes(port));
    return index === -1 ? undefined : disturbances.splice(index, 1)[0]?.disturbance;
  }

  function takeReplyFault(matches: (fault: ReplyFault) => boolean): ReplyFault | undefined {
    const index = replyFaults.findIndex(matches);
    const fault = replyFaults[index];
    if (fault !== undefined && !isLasting(fault)) replyFaults.splice(index, 1);
    return fault;
  }

  function join(client: Socket, port: number): void {
    const server = createConnection({ host: '127.0.0.1', port, allowHalfOpen: true });
    const ends = [client, server];
    const cut = () => {
      for (const end of ends) end.resetAndDestroy();
    };
    const disturbance: { current: Disturbance | undefined; passed: number; taken: boolean } = {
      current: undefined,
      passed: 0,
      taken: false,
    };
    let isStalled = false;

    const carry = (from: Socket, to: Socket, direction: Disturbance['direction']) => {
      from.on('data', (chunk: Buffer) => {
        if (isStalled) return;
        if (!disturbance.taken) {
          disturbance.taken = true;
          disturbance.current = takeDisturbance(port);
        }
        const passing = port === controlPort ? control(chunk, direction) : chunk;
        if (passing === null) return;
        if (direction === 'to-server') bytesToServer += passing.length;
        else bytesToClient += passing.length;
        const { current } = disturbance;
        if (current?.direction !== direction || disturbance.passed + passing.length <= current.afterBytes) {
          if (current?.direction === direction) disturbance.passed += passing.length;
          if (!to.write(passing)) {
            from.pause();
            to.once('drain', () => from.resume());
          }
          return;
        }
        to.write(passing.subarray(0, current.afterBytes - disturbance.passed));
        isStalled = true;
        if (current.act === 'cut') setImmediate(cut);
        if (current.act === 'truncate') {
          to.end();
          from.resume();
        }
        tell();
      });
      from.on('end', () => {
        if (!isStalled) to.end();
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        if (!isStalled || from === client) to.destroySoon();
      });
    };

    /** Null when the chunk goes no further. */
    function control(chunk: Buffer, direction: Disturbance['direction']): Buffer | null {
      const text = chunk.toString('latin1');
      lines.push(...text.split('\r\n').filter(Boolean));
      const fault =
        direction === 'to-server'
          ? takeReplyFault((arranged) => appliesTo(arranged, text))
          : takeReplyFault((arranged) => arranged.act === 'lose-reply' && arranged.reply.test(text));
      if (fault === undefined) return chunk;
      if (fault.act === 'replace') {
        tell();
        return Buffer.from(`${fault.by}\r\n`);
      }
      if (fault.act === 'answer') {
        client.write(`${fault.reply}\r\n`);
        if (fault.thenCut === true) client.destroySoon();
      } else {
        cut();
      }
      tell();
      return null;
    }

    for (const end of ends) sockets.add(end);
    carry(client, server, 'to-server');
    carry(server, client, 'to-client');
  }

  const servers = await Promise.all(
    ports.map(async (port) => {
      const listener = createServer({ allowHalfOpen: true }, (client) => join(client, port));
      listener.listen(port, host);
      await once(listener, 'listening');
      return listener;
    }),
  );

  return {
    host,
    lines,
    disturb: (where, disturbance) => void disturbances.push({ ports: where, disturbance }),
    faultReply: (fault) => void replyFaults.push(fault),
    get pending() {
      return disturbances.length + replyFaults.filter((fault) => !isLasting(fault)).length;
    },
    get bytesToServer() {
      return bytesToServer;
    },
    get bytesToClient() {
      return bytesToClient;
    },
    happened: () => new Promise((resolve) => void waiting.push(resolve)),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map(closed));
    },
  };
}

function isLasting(fault: ReplyFault): boolean {
  return fault.act === 'replace' && fault.when !== undefined;
}

function appliesTo(fault: ReplyFault, line: string): boolean {
  if (fault.act === 'lose-reply' || !fault.command.test(line)) return false;
  return fault.act === 'answer' || fault.when?.(line) !== false;
}

async function closed(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}
