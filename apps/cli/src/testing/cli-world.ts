import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { serveApi } from '@proofline/api/main.ts';
import { inMemoryPorts } from '@proofline/api/testing/in-memory-ports.ts';
import { announceApi } from '@proofline/runtime/api-announcement.ts';
import { dataFolderAt } from '@proofline/runtime/data-folder.ts';

const startedAt = '2026-05-04T08:00:00.000Z';

/** A data folder whose announced API is served from memory, and the real program beside it as a process of its own. */
export async function openCliWorld() {
  const folder = dataFolderAt(mkdtempSync(join(tmpdir(), 'proofline cli ü-')));
  const { ports, state } = inMemoryPorts();
  const server = await serveApi(ports, { port: 0, mayMove: false });
  const announce = (changes: { readonly url?: string; readonly token?: string; readonly pid?: number }) =>
    announceApi(folder, { url: server.url, token: 'token-of-Olga', pid: process.pid, startedAt, ...changes });
  announce({ token: ports.tokens.issue({ name: 'Olga', roles: ['operator', 'reviewer', 'ops'] }) });

  const spawnWith = (input: 'ignore' | 'pipe', args: readonly string[], environment: Record<string, string> = {}) =>
    spawn(process.execPath, [join(import.meta.dirname, '..', 'main.ts'), ...args], {
      cwd: folder.root,
      env: { PROOFLINE_DATA: folder.root, TZ: 'UTC', ...environment },
      stdio: [input, 'pipe', 'pipe'],
    });
  const spawnCli = (args: readonly string[], environment?: Record<string, string>) =>
    spawnWith('ignore', args, environment) as ChildProcessByStdio<null, Readable, Readable>;
  const proofline = (args: readonly string[], environment?: Record<string, string>) =>
    whole(spawnCli(args, environment));
  /** With `text` at its standard input. */
  const prooflineGiven = (text: string, args: readonly string[]) => {
    const child = spawnWith('pipe', args);
    child.stdin!.end(text);
    return whole(child);
  };
  return { folder, ports, state, server, announce, spawnCli, proofline, prooflineGiven };
}

export type CliWorld = Awaited<ReturnType<typeof openCliWorld>>;

async function whole(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const collected = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]!.setEncoding('utf8').on('data', (text: string) => void (collected[name] += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...collected };
}
