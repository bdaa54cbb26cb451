import { RemoteFault, isFault } from './remote-fault.ts';
import { ask, assertThere, type RemoteSite } from './remote-site.ts';

/** Makes the folders of files, each once. */
export type MadeFolders = {
  /** Whether all folders above `path` were there when somebody looked. */
  knows(path: string): boolean;
  /** Makes every folder above `path` that is not there; the site's own folder is never made. */
  make(path: string, signal: AbortSignal): Promise<void>;
  /** False when the folder of `path` is gone; then all are looked for anew. */
  isStillThere(path: string, signal: AbortSignal): Promise<boolean>;
};

export function madeFolders(site: RemoteSite): MadeFolders {
  const known = new Set<string>();

  async function make(folder: string, signal: AbortSignal): Promise<void> {
    if (known.has(folder)) return;
    const there = await ask(site, (connection) => connection.describe(folder), signal);
    if (there === null) {
      if (folder === '') await assertThere(site, signal);
      await make(folderOf(folder), signal);
      await makeOne(folder, signal);
    } else if (there.kind !== 'folder') {
      throw new RemoteFault('refused', `has a file ${folder} where a folder is needed`);
    }
    known.add(folder);
  }

  async function makeOne(folder: string, signal: AbortSignal): Promise<void> {
    try {
      await ask(site, (connection) => connection.makeFolder(folder), signal);
    } catch (error) {
      // Another run was first, or the reply was lost and the folder is there.
      if (!isFault(error, 'refused', 'no-permission')) throw error;
      const there = await ask(site, (connection) => connection.describe(folder), signal);
      if (there?.kind !== 'folder') throw error;
    }
  }

  return {
    knows: (path) => known.has(folderOf(path)),
    make: (path, signal) => make(folderOf(path), signal),
    async isStillThere(path, signal) {
      const there = await ask(site, (connection) => connection.describe(folderOf(path)), signal);
      if (there?.kind === 'folder') return true;
      known.clear();
      return false;
    },
  };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
