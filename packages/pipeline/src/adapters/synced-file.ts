import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** Writes `bytes` to a new file that is on the disk, not only in its cache, when this resolves. */
export async function writeSyncedFile(
  path: string,
  bytes: Uint8Array,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  await using file = await open(path, 'w');
  await file.writeFile(bytes);
  await file.datasync();
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}

/** Makes the names inside `path` durable. Windows cannot open a folder for this and does not need it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using folder = await open(path, 'r');
  await folder.sync();
}
