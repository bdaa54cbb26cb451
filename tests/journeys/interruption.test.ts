import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient, parseResponse } from '@proofline/api/client.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { keepEngineCache, lendEngineCache } from '../support/engine-cache.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MAIN = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url));
const PATIENCE = { timeout: 120_000, interval: 50 };

test('after a kill, start and status say what goes on and how to take it back, and a crash report names the runs', async () => {
  const folder = await temporaryFolder();
  const dataFolder = join(folder, 'data');
  // So many that work is under way when the first is through, however fast the machine.
  await generatePhotos(join(folder, 'photos'), 120);
  await lendEngineCache(dataFolder);

  const first = await start(dataFolder);
  expect(first.said()).not.toContain('cut off');
  await parseResponse(
    first.client.sets.$post({
      json: { sourceFolder: join(folder, 'photos'), subject: 'Cut Off', location: 'Test Place', folderKey: 'nature' },
    }),
  );
  await vi.waitFor(async () => {
    const [overview] = await parseResponse(first.client.overview.$get({ query: {} }));
    expect(overview?.byState['in-review'] ?? 0).toBeGreaterThan(0);
  }, PATIENCE);
  // The supervisor and everything it started, as when the power fails.
  process.kill(-first.process.pid!, 'SIGKILL');
  await once(first.process, 'exit');
  await keepEngineCache(dataFolder);

  const second = await start(dataFolder);
  const announced =
    /The process before this one died: \d+ runs? cut off in the middle, \d+ jobs due; all of it goes on/;
  await vi.waitFor(() => expect(second.said()).toMatch(announced), PATIENCE);
  const wayBack = 'npm run proofline -- rollback set 1 --reason "interrupted"';
  await vi.waitFor(() => expect(second.said()).toContain(wayBack), PATIENCE);
  expect(await parseResponse(second.client.resumption.$get())).toMatchObject({ afterDeath: true, setIds: [1] });

  const [name] = await readdir(join(dataFolder, 'crash-reports'));
  const report = JSON.parse(await readFile(join(dataFolder, 'crash-reports', name!), 'utf8')) as unknown;
  expect(report).toMatchObject({
    kind: 'process-death',
    reason: expect.stringMatching(/^process \d+, started .* ended without its orderly mark/) as string,
    detail: {
      pid: expect.any(Number) as number,
      orphanedRuns: expect.arrayContaining([
        { subject: expect.anything() as unknown, stage: expect.any(String) as string },
      ]) as unknown,
    },
    versions: {
      node: process.version,
      proofline: '0.1.0',
      sharp: expect.any(String) as string,
      bullmq: expect.any(String) as string,
    },
  });
  expect(await status(dataFolder)).toContain('1 crash report, the newest of');

  // One that was stopped in good order leaves no report.
  second.process.kill('SIGTERM');
  await once(second.process, 'exit');
  const third = await start(dataFolder);
  expect(await parseResponse(third.client['crash-reports'].$get({ query: {} }))).toMatchObject({ count: 1 });
});

async function start(dataFolder: string) {
  const child = proofline(dataFolder, 'start');
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const { url, token } = await vi.waitFor(async () => {
    const announced = JSON.parse(await readFile(join(dataFolder, 'api.json'), 'utf8')) as {
      readonly url: string;
      readonly token: string;
      readonly pid: number;
    };
    expect(announced.pid).toBe(child.pid);
    return announced;
  }, PATIENCE);
  return { process: child, client: createClient(url, token), said: () => said };
}

async function status(dataFolder: string): Promise<string> {
  const child = proofline(dataFolder, 'status');
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  return said;
}

function proofline(dataFolder: string, command: string): ChildProcess {
  return spawn(process.execPath, [MAIN, command], {
    env: { ...process.env, PROOFLINE_DATA: dataFolder, PROOFLINE_PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
}
