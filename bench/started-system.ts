import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createClient, type ApiClient } from '@proofline/api/client.ts';

export type StartedSystem = {
  /** The supervisor's; the system and the decoders are below it. */
  readonly pid: number;
  readonly client: ApiClient;
  readonly url: string;
  readonly token: string;
  stop(): Promise<void>;
};

const COMMAND = fileURLToPath(new URL('../apps/cli/src/main.ts', import.meta.url));
const START_TIMEOUT_MS = 120_000;

/** `proofline start` on a data folder, as an operator starts it. */
export function spawnProofline(
  dataFolder: string,
  variables: Readonly<Record<string, string>> = {},
  nodeArguments: readonly string[] = [],
): ChildProcess {
  return spawn(process.execPath, [...nodeArguments, COMMAND, 'start'], {
    cwd: dataFolder,
    env: { ...process.env, PROOFLINE_DATA: dataFolder, PROOFLINE_PORT: '0', ...variables },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The same, once it answers. */
export async function startProofline(...start: Parameters<typeof spawnProofline>): Promise<StartedSystem> {
  const [dataFolder] = start;
  const child = spawnProofline(...start);
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit');
  const { url, token } = await announced(dataFolder, () => child.exitCode !== null);
  return {
    pid: child.pid!,
    client: createClient(url, token),
    url,
    token,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', kill);
    },
  };
}

async function announced(dataFolder: string, hasEnded: () => boolean): Promise<{ url: string; token: string }> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < START_TIMEOUT_MS && !hasEnded()) {
    try {
      return JSON.parse(readFileSync(join(dataFolder, 'api.json'), 'utf8')) as { url: string; token: string };
    } catch {
      // Not written yet.
      await sleep(20);
    }
  }
  throw new Error(`proofline start did not announce its API in ${dataFolder}`);
}
