import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { burnedAttempts } from '../support/attempts.ts';
import { canFreeze, freezeFolder } from '../support/frozen-folder.ts';
import { hashFolder } from '../support/folder-hash.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MAIN = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url));
const PHOTOS = 8;
const LONG = { timeout: 300_000 };
const PATIENCE = { timeout: 120_000, interval: 50 };

const isFreezable = await canFreeze();
if (!isFreezable)
  process.stderr.write('skipped: nothing can be made read-only here; run as root on ext4, xfs or btrfs\n');

test.skipIf(!isFreezable)(
  'a data folder that is read-only is not started on: every part is named, nothing changed',
  LONG,
  async () => {
    const folder = await temporaryFolder();
    const data = join(folder, 'data');
    await (await startSystem(data)).stop();
    const before = await hashFolder(data);
    const frozen = await freeze(data);

    const { child, said } = start(folder);
    expect(await once(child, 'exit')).toEqual([2, null]);
    expect(said()).toContain(`the data folder ${data} cannot be used (`);
    for (const part of ['work', 'review.db', 'lease.db', join('logs', 'proofline.log')]) {
      expect(said()).toContain(join(data, part));
    }
    expect(said()).toMatch(
      /nothing was started; make it writable again or give Proofline another one with PROOFLINE_DATA/,
    );
    expect(said()).not.toContain('started again');
    expect(await hashFolder(data)).toEqual(before);

    await frozen.thaw();
    await (await startSystem(data)).stop();
  },
);

test.skipIf(!isFreezable)(
  'a data folder that becomes read-only under a set blocks by name and goes on by itself',
  LONG,
  async () => {
    const folder = await temporaryFolder();
    const [photos, data] = [join(folder, 'photos'), join(folder, 'data')];
    await generatePhotos(photos, PHOTOS);
    const running = await startSystem(data, { PROOFLINE_CONCURRENCY: '2' });
    onTestFinished(() => running.stop());
    const json = { sourceFolder: photos, subject: 'Test Subject', location: 'Test Place', folderKey: 'nature' };
    const { id } = (await (await running.client.sets.$post({ json })).json()) as { id: number };
    await vi.waitFor(() => expect(running.system.stores.overview.set(id).byState).not.toEqual({}), PATIENCE);

    const frozen = await freeze(data);
    const { blockedBy } = await vi.waitFor(() => {
      const overview = running.system.stores.overview.set(id);
      expect(overview.blockedBy).not.toEqual([]);
      return overview;
    }, PATIENCE);
    for (const block of blockedBy) {
      expect(block).toMatchObject({
        condition: 'data-folder-unwritable',
        reason: expect.stringContaining(data),
        remedy: 'make the data folder writable again',
      });
    }
    const refused = await running.client.sets.$post({ json });
    expect(refused.status as number).toBe(503);
    expect(await refused.text()).toContain('review.db cannot be written to (disk I/O error); nothing was written');

    await frozen.thaw();
    expect((await running.settled(id)).byState).toEqual({ 'in-review': PHOTOS });
    expect(running.system.stores.queueBlocks.list()).toEqual([]);
    expect(burnedAttempts(join(data, 'review.db'))).toEqual([]);
  },
);

test.skipIf(!isFreezable)(
  'a system that dies over a read-only folder is started again once it is writable',
  LONG,
  async () => {
    const folder = await temporaryFolder();
    const data = join(folder, 'data');
    const { child, said } = start(folder);
    await vi.waitFor(() => expect(said()).toContain('Proofline runs for data folder'), PATIENCE);

    const frozen = await freeze(data);
    for (const pid of systemPids(data)) process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(said()).toMatch(/cannot be used \(.*; it is started again in \d/), PATIENCE);

    await frozen.thaw();
    await vi.waitFor(() => expect(said()).toContain('Proofline runs again'), PATIENCE);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([143, null]);
  },
);

/** Read while nothing can be written: the shared memory of the database is there. */
function systemPids(data: string): readonly number[] {
  const database = new Database(join(data, 'review.db'), { readonly: true });
  try {
    return database
      .prepare<[], number>(`SELECT pid FROM processes WHERE role = 'system' AND ending IS NULL`)
      .pluck()
      .all();
  } finally {
    database.close();
  }
}

async function freeze(data: string) {
  const frozen = await freezeFolder(data);
  onTestFinished(() => frozen.thaw());
  return frozen;
}

function start(folder: string) {
  const child = spawn(process.execPath, [MAIN, 'start'], {
    cwd: folder,
    env: { ...process.env, PROOFLINE_DATA: join(folder, 'data'), PROOFLINE_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (text += chunk.toString()));
  return { child, said: () => text };
}
