import { createHash } from 'node:crypto';
import { appendFile, chmod, readFile, readdir, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { testPhoto } from '../../fixtures/test-photos.ts';
import { openDecoderPool } from '../decoder/pool.ts';
import { pooledIntake } from '../decoder/pooled-intake.ts';
import { copyOriginal } from './copy-original.ts';

const never = new AbortController().signal;

function refusalCode(copying: Promise<unknown>): Promise<unknown> {
  return copying.then(
    () => 'copied',
    (error: unknown) => (error instanceof RefusedPhoto ? error.refusal.code : error),
  );
}

async function copyInto(folder: string, source: string) {
  return copyOriginal(source, join(folder, '.copy.part'), join(folder, 'copy.jpg'));
}

/** Looks often, for the moment is short; waits long, for a process may start slowly. */
const BRIEFLY = { timeout: 120_000, interval: 1 };

test('the copy is byte for byte the original, hashed with SHA-256, and nothing else is left', async () => {
  const folder = await temporaryFolder();
  const source = testPhoto('photos/vivo-x90pro.jpg');
  const before = await stat(source, { bigint: true });
  const bytes = await readFile(source);
  expect(await copyInto(folder, source)).toEqual({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
  });
  expect(await readdir(folder)).toEqual(['copy.jpg']);
  expect((await readFile(join(folder, 'copy.jpg'))).equals(bytes)).toBe(true);
  const after = await stat(source, { bigint: true });
  expect([after.mtimeNs, after.ctimeNs, after.size]).toEqual([before.mtimeNs, before.ctimeNs, before.size]);
});

test('copying twice leaves one copy', async () => {
  const folder = await temporaryFolder();
  const first = await copyInto(folder, testPhoto('edge/Landscape_1.jpg'));
  expect(await copyInto(folder, testPhoto('edge/Landscape_1.jpg'))).toEqual(first);
  expect(await readdir(folder)).toEqual(['copy.jpg']);
});

test('a read-only original can be copied', async () => {
  const folder = await temporaryFolder();
  const source = join(folder, 'locked.jpg');
  await writeFile(source, 'bytes', { mode: 0o444 });
  expect(await refusalCode(copyInto(folder, source))).toBe('copied');
});

test('an original that is gone, empty or a folder is refused by name', async () => {
  const folder = await temporaryFolder();
  expect(await refusalCode(copyInto(folder, join(folder, 'gone.jpg')))).toBe('missing');
  expect(await refusalCode(copyInto(folder, testPhoto('edge/zero-byte.jpg')))).toBe('empty-file');
  expect(await refusalCode(copyInto(folder, folder))).toBe('unreadable');
  expect(await readdir(folder)).toEqual([]);
});

// Root reads everything, and Windows has no such modes.
test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'an original that may not be read is refused by name',
  async () => {
    const folder = await temporaryFolder();
    const source = join(folder, 'locked.jpg');
    await writeFile(source, 'bytes');
    await chmod(source, 0o000);
    expect(await refusalCode(copyInto(folder, source))).toBe('unreadable');
  },
);

test.each([
  ['grows', (source: string) => appendFile(source, 'more')],
  ['shrinks', (source: string) => truncate(source, 10)],
  ['is touched', (source: string) => utimes(source, 1, 1)],
])('an original that %s while it is copied is refused and no copy gets its name', async (_, change) => {
  const folder = await temporaryFolder();
  const source = join(folder, 'original.jpg');
  await writeFile(source, Buffer.alloc(64 * 1024 * 1024, 7));
  const copying = refusalCode(copyInto(folder, source));
  await vi.waitFor(async () => expect((await stat(join(folder, '.copy.part'))).size).toBeGreaterThan(0), BRIEFLY);
  await change(source);
  expect(await copying).toBe('changed');
  expect(await readdir(folder)).not.toContain('copy.jpg');
});

test('an aborted copy leaves no file behind', async () => {
  const folder = await temporaryFolder();
  const source = join(folder, 'original.jpg');
  await writeFile(source, Buffer.alloc(512 * 1024 * 1024, 7));
  const pool = openDecoderPool({ processes: 1 });
  onTestFinished(() => pool.close());
  const abort = new AbortController();
  const copying = pooledIntake(pool).copy(source, join(folder, 'copy.jpg'), abort.signal);
  await vi.waitFor(async () => expect(await readdir(folder)).toHaveLength(2), BRIEFLY);
  abort.abort(new Error('stopped'));
  await expect(copying).rejects.toThrow('stopped');
  expect(await readdir(folder)).toEqual(['original.jpg']);
});

test('the intake copies under the name that is asked for', async () => {
  const folder = await temporaryFolder();
  const pool = openDecoderPool({ processes: 1 });
  onTestFinished(() => pool.close());
  const source = testPhoto('edge/Landscape_1.jpg');
  const copied = await pooledIntake(pool).copy(source, join(folder, 'copy.jpg'), never);
  expect(copied.bytes).toBe((await stat(join(folder, 'copy.jpg'))).size);
  expect(await readdir(folder)).toEqual(['copy.jpg']);
});
