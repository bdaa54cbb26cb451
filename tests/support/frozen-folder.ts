import { execFile } from 'node:child_process';
import type { Dirent } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether this user may make files unchangeable; only root may, and not on every file system. */
export async function canFreeze(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'proofline-freeze-'));
  try {
    await writeFile(join(folder, 'file'), '');
    await run('chattr', ['+i', join(folder, 'file')]);
    await run('chattr', ['-i', join(folder, 'file')]);
    return true;
  } catch {
    return false;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export type FrozenFolder = {
  /** Again is a no-op. */
  thaw(): Promise<void>;
};

/**
 * Makes a folder with all that is in it read-only, also for those who have its files open: as a file system does that met an error on its disk. The
 * shared memory of SQLite stays writable, as it does there.
 */
export async function freezeFolder(folder: string): Promise<FrozenFolder> {
  const frozen: string[] = [];
  const freeze = async (paths: readonly string[]) => {
    frozen.push(...paths);
    if (paths.length > 0) await run('chattr', ['+i', ...paths]);
  };
  // Folders first: from then on no file comes or goes.
  await freeze([folder, ...(await entriesIn(folder, (entry) => entry.isDirectory()))]);
  await freeze(await entriesIn(folder, (entry) => entry.isFile() && !entry.name.endsWith('-shm')));
  return {
    async thaw() {
      const left = frozen.splice(0);
      if (left.length > 0) await run('chattr', ['-i', ...left]);
    },
  };
}

async function entriesIn(folder: string, isWanted: (entry: Dirent) => boolean): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter(isWanted).map((entry) => join(entry.parentPath, entry.name));
}
