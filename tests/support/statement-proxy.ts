import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What happens to one statement on its way, once. */
export type StatementFault = {
  /** Found in the bytes of the statement; the connection must not be encrypted. */
  readonly statement: string;
  /**
   * `lose-answer`: the server gets it and carries it out, and the connection is reset before its answer is seen. `cut`: the connection is reset before
   * the server gets it. `stall`: the server gets it, and nothing comes back any more.
   */
  readonly act: 'lose-answer' | 'cut' | 'stall';
};

export type StatementProxy = {
  readonly host: string;
  readonly port: number;
  fault(fault: StatementFault): void;
  /** The same for the `nth` packet from now that a client sends, whatever is in it. */
  faultAt(nth: number, act: StatementFault['act']): void;
  /** Packets that clients sent so far: statements, and what it takes to log in. */
  readonly packets: number;
  /** Resets everything that is open now. */
  cutConnections(): void;
  /** Gives up what was arranged and has not happened. */
  forget(): void;
  readonly pending: number;
  /** Resolves when a fault has happened; each is waited for once. */
  happened(): Promise<void>;
  /** Of every statement that went through. */
  seen(statement: string): number;
  close(): Promise<void>;
};

/** Stands between a client and a MySQL server and hands everything on, but for what was arranged. */
export async function openStatementProxy(server: { readonly host: string; readonly port: number }) {
  const faults: StatementFault[] = [];
  const faultsAt: { readonly packet: number; readonly act: StatementFault['act'] }[] = [];
  let packets = 0;
  const sockets = new Set<Socket>();
  let done = Promise.withResolvers<void>();
  let passed = '';

  const proxy = createServer((client) => {
    const upstream = connect(server.port, server.host);
    let silent = false;
    let cutAtAnswer = false;
    const reset = () => {
      client.resetAndDestroy();
      upstream.destroy();
      done.resolve();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    client.on('data', (bytes: Buffer) => {
      packets += 1;
      const index = faultsAt.findIndex(({ packet }) => packet === packets);
      const fault = index === -1 ? takeFault(faults, bytes) : faultsAt.splice(index, 1)[0];
      if (fault?.act === 'cut') return reset();
      passed += bytes.toString('latin1');
      if (fault?.act === 'lose-answer') cutAtAnswer = true;
      if (fault?.act === 'stall') {
        silent = true;
        done.resolve();
      }
      upstream.write(bytes);
    });
    upstream.on('data', (bytes: Buffer) => {
      if (cutAtAnswer) return reset();
      if (!silent) client.write(bytes);
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    host: '127.0.0.1',
    port: (proxy.address() as AddressInfo).port,
    fault: (fault) => void faults.push(fault),
    faultAt: (nth, act) => void faultsAt.push({ packet: packets + nth, act }),
    get packets() {
      return packets;
    },
    cutConnections() {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    forget() {
      faults.splice(0);
      faultsAt.splice(0);
    },
    get pending() {
      return faults.length + faultsAt.length;
    },
    async happened() {
      await done.promise;
      done = Promise.withResolvers();
    },
    seen: (statement) => passed.split(statement).length - 1,
    async close() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  } satisfies StatementProxy as StatementProxy;
}

function takeFault(faults: StatementFault[], bytes: Buffer): StatementFault | undefined {
  const index = faults.findIndex(({ statement }) => bytes.includes(statement));
  return index === -1 ? undefined : faults.splice(index, 1)[0];
}
