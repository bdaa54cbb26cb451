import { randomUUID } from 'node:crypto';
import { constants, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Asset } from '@proofline/domain/asset-target.ts';
import { fileSha256 } from './content-hash.ts';
import { temporaryName } from './target-path.ts';

type TemporaryOptions = {
  /** Whose temporary file it is; what a kill leaves of it is told by that name. */
  readonly sender?: string;
};

/** Makes `file` hold exactly these bytes: whole on the disk and read back, or as it was before. Its folder is made. */
export async function writeWholeFile(
  file: string,
  { bytes, sha256, ...own }: Asset & TemporaryOptions,
  signal: AbortSignal,
): Promise<void> {
  await throughTemporary(file, { sha256, ...own }, signal, async (temporary) => {
    await using handle = await open(temporary, 'wx');
    await handle.writeFile(bytes, { signal });
    await handle.sync();
  });
}

/**
 * The same from another file, whose content must have this hash; never holds it in memory. `onWritten` is called when the copy is on the disk and
 * has not its name yet.
 */
export async function copyWholeFile(
  from: string,
  file: string,
  { sha256, onWritten, ...own }: TemporaryOptions & { readonly sha256: string; readonly onWritten: () => void },
  signal: AbortSignal,
): Promise<void> {
  await throughTemporary(file, { sha256, ...own }, signal, async (temporary) => {
    await copyFile(from, temporary, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await using handle = await open(temporary, 'r+');
    // The copy takes the rights of the original along, which may be read-only; ours has to be replaceable.
    await handle.chmod(0o644);
    await handle.sync();
    onWritten();
  });
}

async function throughTemporary(
  file: string,
  { sha256, sender }: TemporaryOptions & { readonly sha256: string },
  signal: AbortSignal,
  write: (temporary: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = join(dirname(file), temporaryName(randomUUID(), sender));
  try {
    await write(temporary);
    const written = await fileSha256(temporary, signal);
    if (written !== sha256) {
      throw new Error(`what was to be kept as ${file} has the hash ${written}, not ${sha256}; nothing was written`);
    }
    await rename(temporary, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Windows cannot flush a folder and does not need to: its rename is journalled. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}
