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
  /** Connections that carry anything and are let through before; none unless it is said. */
  readonly skip?: number;
};

/** Cuts the control connection at the `nth` line of its kind from now: before the server sees the command, or before the client sees the reply. */
export type LineCut = { readonly of: 'command' | 'reply'; readonly nth: number };

/** What went over one data connection. */
export type Transfer = { readonly bytesToServer: number; readonly bytesToClient: number };

/** What the proxy does to the lines of an unencrypted control connection, once. */
export type ReplyFault =
  /** The client never sees the `nth` such reply, the first unless it is said, and its connection is reset. */
  | { readonly act: 'lose-reply'; readonly reply: RegExp; readonly nth?: number }
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
  cutAt(cut: LineCut): void;
  /** Resets everything that is open now. */
  cutConnections(): void;
  /** Gives up what was arranged and has not happened. */
  forget(): void;
  /** Everything that was arranged and has not happened. */
  readonly pending: number;
  /** Resolves when the stall, the cut or the lost reply has happened. */
  happened(): Promise<void>;
  /** Commands and replies that went through, as lines. */
  readonly lines: readonly string[];
  /** Lines of the control connections so far. */
  readonly seen: { readonly command: number; readonly reply: number };
  /** Data connections that carried anything, in the order of their first byte. */
  readonly transfers: readonly Transfer[];
  readonly bytesToServer: number;
  readonly bytesToClient: number;
  /** Most control connections that were open at once. */
  readonly mostConnections: number;
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
  const disturbances: { readonly ports: readonly number[]; readonly disturbance: Disturbance; left: number }[] = [];
  const replyFaults: ReplyFault[] = [];
  const metReplies = new Map<ReplyFault, number>();
  const lineCuts: LineCut[] = [];
  const seen = { command: 0, reply: 0 };
  const transfers: { bytesToServer: number; bytesToClient: number }[] = [];
  const sockets = new Set<Socket>();
  const lines: string[] = [];
  const open = new Set<Socket>();
  let mostConnections = 0;
  const bytes = { bytesToServer: 0, bytesToClient: 0 };
  let waiting: (() => void)[] = [];
  const tell = () => {
    for (const done of waiting) done();
    waiting = [];
  };

  function takeDisturbance(port: number): Disturbance | undefined {
    const index = disturbances.findIndex((arranged) => arranged.ports.includes(port));
    const arranged = disturbances[index];
    if (arranged === undefined) return undefined;
    if (arranged.left > 0) {
      arranged.left -= 1;
      return undefined;
    }
    disturbances.splice(index, 1);
    return arranged.disturbance;
  }

  function isCutAt(of: LineCut['of']): boolean {
    seen[of] += 1;
    const index = lineCuts.findIndex((cut) => cut.of === of && cut.nth === seen[of]);
    if (index !== -1) lineCuts.splice(index, 1);
    return index !== -1;
  }

  function takeReplyFault(matches: (fault: ReplyFault) => boolean): ReplyFault | undefined {
    const index = replyFaults.findIndex(matches);
    const fault = replyFaults[index];
    if (fault !== undefined && !isLasting(fault)) replyFaults.splice(index, 1);
    return fault;
  }

  function isLost(fault: ReplyFault, text: string): boolean {
    if (fault.act !== 'lose-reply' || !fault.reply.test(text)) return false;
    const met = (metReplies.get(fault) ?? 0) + 1;
    metReplies.set(fault, met);
    return met === (fault.nth ?? 1);
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
    let transfer: (typeof transfers)[number] | undefined;

    const carry = (from: Socket, to: Socket, direction: Disturbance['direction']) => {
      from.on('data', (chunk: Buffer) => {
        if (isStalled) return;
        if (!disturbance.taken) {
          disturbance.taken = true;
          disturbance.current = takeDisturbance(port);
          if (port !== controlPort) transfers.push((transfer = { bytesToServer: 0, bytesToClient: 0 }));
        }
        const passing = port === controlPort ? control(chunk, direction) : chunk;
        if (passing === null) return;
        const counter = direction === 'to-server' ? 'bytesToServer' : 'bytesToClient';
        bytes[counter] += passing.length;
        if (transfer !== undefined) transfer[counter] += passing.length;
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
      if (isCutAt(direction === 'to-server' ? 'command' : 'reply')) {
        cut();
        tell();
        return null;
      }
      const fault =
        direction === 'to-server'
          ? takeReplyFault((arranged) => appliesTo(arranged, text))
          : takeReplyFault((arranged) => isLost(arranged, text));
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
    if (port === controlPort) {
      open.add(client);
      mostConnections = Math.max(mostConnections, open.size);
      // Its end is said before both sides are closed, and another connection may be opened by then.
      for (const event of ['end', 'close'] as const) client.once(event, () => open.delete(client));
    }
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
    seen,
    transfers,
    disturb: (where, disturbance) => void disturbances.push({ ports: where, disturbance, left: disturbance.skip ?? 0 }),
    faultReply: (fault) => void replyFaults.push(fault),
    cutAt: ({ of, nth }) => void lineCuts.push({ of, nth: seen[of] + nth }),
    cutConnections() {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    forget() {
      for (const arranged of [disturbances, replyFaults, lineCuts]) arranged.splice(0);
    },
    get pending() {
      return disturbances.length + lineCuts.length + replyFaults.filter((fault) => !isLasting(fault)).length;
    },
    get bytesToServer() {
      return bytes.bytesToServer;
    },
    get bytesToClient() {
      return bytes.bytesToClient;
    },
    get mostConnections() {
      return mostConnections;
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
