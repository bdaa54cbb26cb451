import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient, parseResponse } from '@proofline/api/client.ts';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MAIN = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url));
const PHOTOS = 12;
const LONG = { timeout: 300_000 };
const PATIENCE = { timeout: 120_000, interval: 50 };

test('a system process that is killed is started again by itself, says so, and finishes the set', LONG, async () => {
  const { supervisor, said, api, systemPids, photos } = await started();
  const { client } = await api();
  const json = { sourceFolder: photos, subject: 'Killed System', location: 'Test Place', folderKey: 'nature' };
  const { id } = await parseResponse(client.sets.$post({ json }));
  const [first] = systemPids();
  expect(first).not.toBe(supervisor.pid);

  process.kill(first!, 'SIGKILL');

  await vi.waitFor(async () => {
    const again = (await api()).client;
    const [overview] = await parseResponse(again.overview.$get({ query: { setId: String(id) } }));
    expect(overview!.byState).toEqual({ 'in-review': PHOTOS });
  }, PATIENCE);
  expect(systemPids()).not.toContain(first);
  expect(said()).toContain('the system ended by SIGKILL; it is started again at once');
  expect(said()).toContain('Proofline runs again');
  const reports = await parseResponse((await api()).client['crash-reports'].$get({ query: { limit: '1' } }));
  expect(reports.newest[0]).toMatchObject({
    kind: 'process-death',
    reason: expect.stringContaining('ended by SIGKILL'),
  });

  supervisor.kill('SIGTERM');
  expect(await once(supervisor, 'exit')).toEqual([143, null]);
  expect(systemPids()).toEqual([]);
});

test('a system whose supervisor is killed ends, and the next start finds the data folder free', LONG, async () => {
  const { supervisor, folder, systemPids } = await started();
  const [orphan] = systemPids();
  supervisor.kill('SIGKILL');
  await once(supervisor, 'exit');

  const next = await started(folder);

  expect(next.systemPids()).toHaveLength(1);
  expect(next.systemPids()).not.toContain(orphan);
});

test('a system that is still starting ends with its supervisor, and not when its start is done', LONG, async () => {
  // Takes connections and never says a word: the start does not get on.
  const connections: Socket[] = [];
  const silent = createServer((socket) => void connections.push(socket.on('error', () => {}).resume()));
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  onTestFinished(() => void silent.close());
  const { port } = silent.address() as AddressInfo;
  const folder = await temporaryFolder();
  const { child: supervisor } = startIn(folder, { QUEUE_URL: `redis://127.0.0.1:${port}` });
  await vi.waitFor(() => expect(connections.length).toBeGreaterThan(0), PATIENCE);
  supervisor.kill('SIGKILL');
  await vi.waitFor(() => expect(connections.map(({ closed }) => closed)).toEqual([true]), PATIENCE);
});

test('a start that is refused says why and is not tried again', LONG, async () => {
  const folder = await temporaryFolder();
  const { child, said } = startIn(folder, { QUEUE_URL: 'redis://127.0.0.1:1' });
  expect(await once(child, 'exit')).toEqual([2, null]);
  expect(said()).toContain('no connection to the Redis server at 127.0.0.1:1');
  expect(said()).not.toContain('started again');
});

async function started(given?: string) {
  const folder = given ?? (await temporaryFolder());
  const photos = join(folder, 'photos');
  if (given === undefined) await generatePhotos(photos, PHOTOS);
  const { child: supervisor, said } = startIn(folder, {});
  const data = join(folder, 'data');
  await vi.waitFor(() => {
    if (supervisor.exitCode !== null) throw new Error(`proofline ended with ${supervisor.exitCode}: ${said()}`);
    expect(said()).toContain('Proofline runs for data folder');
  }, PATIENCE);
  const database = new Database(join(data, 'review.db'), { readonly: true });
  onTestFinished(() => void database.close());
  return {
    folder,
    photos,
    supervisor,
    said,
    /** As announced right now: each system process has an address of its own. */
    async api() {
      const { url, token } = JSON.parse(await readFile(join(data, 'api.json'), 'utf8')) as Record<
        'url' | 'token',
        string
      >;
      return { client: createClient(url, token) };
    },
    systemPids: () =>
      database.prepare<[], number>(`SELECT pid FROM processes WHERE role = 'system' AND ending IS NULL`).pluck().all(),
  };
}

function startIn(folder: string, variables: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [MAIN, 'start'], {
    cwd: folder,
    env: { ...process.env, PROOFLINE_DATA: join(folder, 'data'), PROOFLINE_PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (text += chunk.toString()));
  return { child, said: () => text };
}
