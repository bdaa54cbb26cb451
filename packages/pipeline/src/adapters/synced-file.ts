import { createHash } from 'node:crypto';
import { open as openFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

export type WrittenFile = { readonly sha256: string; readonly bytes: number };

/** New files of one folder that reach the disk together: flushed one by one, each would wait for a commit of the file system's journal. */
export type FilesOfFolder = AsyncDisposable & {
  write(name: string, bytes: Uint8Array): Promise<WrittenFile>;
  /** Files and names are on the disk, not only in its cache, when this resolves. */
  sync(): Promise<void>;
};

export function filesOf(folder: string): FilesOfFolder {
  const open: FileHandle[] = [];
  return {
    async write(name, bytes) {
      const path = join(folder, name);
      const file = await openFile(path, 'w');
      open.push(file);
      await writeTo(file, path, bytes);
      return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
    },
    async sync() {
      for (const file of open) await file.datasync();
      await syncFolder(folder);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(open.map((file) => file.close()));
    },
  };
}

/**
 * An error of an open file does not say which file it is; only by that is a right that is missing in our own folder told from one that is missing
 * elsewhere. What is thrown here carries `path`.
 */
export async function writeTo(file: FileHandle, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await file.writeFile(bytes);
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  }
}

/** Makes the names inside `path` durable. Windows cannot open a folder for this and does not need it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using folder = await openFile(path, 'r');
  await folder.sync();
}
