import { isFault } from './remote-fault.ts';
import type { RemoteConnection, RemoteEntry } from './remote-connection.ts';
import { ask, type RemoteSite } from './remote-site.ts';

/** No site is nested as deep; a server that hides where its links lead would be walked for ever. */
const DEEPEST = 32;

export type FoundEntry = RemoteEntry & { readonly path: string };

/**
 * Every file below `folder`, links followed, several folders at a time. A link that leads back to a folder on the way to it is left out. Null when
 * there is no such folder.
 */
export async function walkFolders(
  site: RemoteSite,
  folder: string,
  signal: AbortSignal,
): Promise<readonly FoundEntry[] | null> {
  const found: FoundEntry[] = [];

  async function enter(path: string, depth: number, above: readonly string[]): Promise<boolean> {
    const entries = await ask(site, (connection) => connection.entries(path), signal);
    if (entries === null) return false;
    const inside = (await Promise.all(entries.map((entry) => resolved(path, entry)))).flat();
    found.push(...inside.filter(({ kind }) => kind === 'file'));
    const folders = inside.filter(({ kind }) => kind === 'folder');
    await Promise.all(
      folders.map(async ({ path: below, isLink }) => {
        if (depth === DEEPEST) return;
        const way = isLink ? await wayThrough(below, path, above) : above;
        if (way !== null) await enter(below, depth + 1, way);
      }),
    );
    return true;
  }

  async function resolved(
    folderPath: string,
    entry: RemoteEntry,
  ): Promise<readonly (FoundEntry & { isLink: boolean })[]> {
    const path = folderPath === '' ? entry.name : `${folderPath}/${entry.name}`;
    if (entry.kind !== 'link') return [{ ...entry, path, isLink: false }];
    const target = await ask(site, (connection) => connection.describe(path), signal);
    return target === null ? [] : [{ ...target, name: entry.name, path, isLink: true }];
  }

  /** The real paths of the folders on the way to what a link leads to; null when it leads back to one of them. */
  async function wayThrough(link: string, from: string, above: readonly string[]): Promise<readonly string[] | null> {
    const real = (path: string) => ask(site, (connection) => realPath(connection, path), signal);
    const [fromReal, target] = await Promise.all([real(from), real(link)]);
    if (fromReal === null || target === null) return null;
    const way = [...above, fromReal];
    return way.some((path) => path === target || path.startsWith(target === '/' ? '/' : `${target}/`)) ? null : way;
  }

  return (await enter(folder, 0, [])) ? found : null;
}

async function realPath(connection: RemoteConnection, path: string): Promise<string | null> {
  try {
    return await connection.realPath(path);
  } catch (error) {
    if (isFault(error, 'missing', 'no-permission')) return null;
    throw error;
  }
}
