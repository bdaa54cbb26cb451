import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { withSbin } from './required-service.ts';

/** A server that the tests started, with every process that it forked. */
export type ServerProcess = {
  readonly pid: number;
  /** Kills the server and its sessions at once. */
  kill(): Promise<void>;
};

/** A start takes 100 ms on an idle machine. */
const START_TIMEOUT_MS = 30_000;

/**
 * Starts a server in a process group of its own and resolves when it greets at `port` with `greeting`. Dies with this process.
 */
export async function startServerProcess({
  command,
  port,
  greeting,
}: {
  readonly command: readonly string[];
  readonly port: number;
  /** What it says to everybody who connects; null where the client speaks first. */
  readonly greeting: RegExp | null;
}): Promise<ServerProcess> {
  const [program = '', ...parameters] = command;
  const server = spawn(program, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: withSbin(),
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (said += String(text)));
  await once(server, 'spawn');
  const { pid } = server;
  if (pid === undefined) throw new Error(`${program} has no process id`);
  const onExit = () => killGroup(pid);
  process.once('exit', onExit);
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`${program} ended with code ${String(code)} while it was starting: ${said}`);
  });
  ended.catch(() => undefined);
  await Promise.race([untilItGreets(port, greeting), ended]);
  return {
    pid,
    async kill() {
      process.off('exit', onExit);
      await endGroup(server, pid);
    },
  };
}

async function endGroup(server: ChildProcess, pid: number): Promise<void> {
  const ended = server.exitCode === null && server.signalCode === null ? once(server, 'exit') : null;
  const sessions = descendantsOf(pid);
  killGroup(pid);
  // Some servers put each session into a group of its own.
  for (const session of sessions) kill(session);
  await ended;
}

function killGroup(pid: number): void {
  kill(-pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** Ids of the processes that this one forked, and of theirs; none where the system does not tell. */
export function descendantsOf(pid: number): readonly number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    return children.flatMap((child) => [child, ...descendantsOf(child)]);
  } catch {
    return [];
  }
}

async function untilItGreets(port: number, greeting: RegExp | null): Promise<void> {
  const giveUpAt = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < giveUpAt) {
    if (await greets(port, greeting)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`nobody greeted at port ${port} within ${START_TIMEOUT_MS} ms`);
}

function greets(port: number, greeting: RegExp | null): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
    if (greeting === null) socket.once('connect', () => end(true));
    else socket.once('data', (text) => end(greeting.test(String(text))));
  });
}
