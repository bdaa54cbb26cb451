import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contentSha256 } from '../content-hash.ts';
import { isTemporaryName } from '../target-path.ts';
import { openDirectoryTarget } from './directory.ts';

const whole = ['a', 'b'].map((letter) => contentSha256(Buffer.alloc(4_000_000, letter)));

test('a process killed while it replaces a file leaves a whole file, and scraps that a sweep removes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'proofline-killed-'));
  for (let round = 1; round <= 6; round += 1) {
    await putUntilKilled(folder, round);
    expect(whole).toContain(contentSha256(await readFile(join(folder, 'A.JPG'))));
    const scraps = (await readdir(folder)).filter(isTemporaryName);
    const { signal } = new AbortController();
    expect(await openDirectoryTarget({ folder, sender: 'other' }).sweep(signal)).toEqual([]);
    const nextStart = openDirectoryTarget({ folder, sender: 'forever' });
    expect([...(await nextStart.sweep(signal))].toSorted()).toEqual(scraps.toSorted());
    expect(await readdir(folder)).toEqual(['A.JPG']);
  }
  await rm(folder, { recursive: true, force: true });
});

/** Kills after `puts` finished puts, which is somewhere within the next one. */
async function putUntilKilled(folder: string, puts: number): Promise<void> {
  const program = fileURLToPath(new URL('../fixtures/put-forever.ts', import.meta.url));
  const child = spawn(process.execPath, [program, folder, 'A.JPG'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    if (Number(line) >= puts) break;
  }
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}
