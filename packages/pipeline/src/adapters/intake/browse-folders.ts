import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { BrowsedFolder, FolderBrowser } from '@proofline/domain/folder-browser.ts';
import { compareNaturally } from '@proofline/domain/natural-order.ts';
import { isNamedLikeAPhoto, reasonToSkipName } from './file-kind.ts';

const MOST_FOLDERS = 1000;
/** Beyond it folders are listed without a count: each count is another folder read. */
const MOST_COUNTED = 200;
const MOST_SAMPLES = 12;

/** Browses below `roots` (absolute) alone. A link is followed where what it leads to lies below a root as well. */
export function openFolderBrowser(roots: readonly string[]): FolderBrowser {
  /** Asked each time: a disk may be connected later. */
  const realRoots = async () =>
    (await Promise.all(roots.map((root) => realpath(root).catch(() => null)))).filter((root) => root !== null);

  async function within(path: string): Promise<{ readonly path: string; readonly root: string }> {
    const real = isAbsolute(path) && !path.includes('\0') ? await realpath(path).catch(() => null) : null;
    const root = real === null ? undefined : (await realRoots()).find((candidate) => isWithin(candidate, real));
    if (real === null || root === undefined || !(await isFolder(real))) throw nothingThere(path);
    return { path: real, root };
  }

  /** Nothing but a plain name reaches the disk, and what it leads to is looked at before it is given away. */
  async function photoIn(path: string, name: string): Promise<string> {
    const folder = (await within(path)).path;
    const isPlain = basename(name) === name && !/[\\/\0]/.test(name) && name !== '..' && name !== '.';
    const isWanted = isPlain && reasonToSkipName(name) === undefined && isNamedLikeAPhoto(name);
    const real = isWanted ? await realpath(join(folder, name)).catch(() => null) : null;
    const isBelow = real !== null && (await realRoots()).some((root) => isWithin(root, real));
    if (real === null || !isBelow || !(await isFile(real)))
      throw new DomainError(
        'not_found',
        `there is no photo ${JSON.stringify(name.slice(0, 200))} in this folder, or none that may be looked at`,
      );
    return real;
  }

  return {
    resolve: async (path) => (await within(path)).path,
    photo: photoIn,

    async list(path) {
      const tops = await realRoots();
      if (path === undefined) {
        const folders = await Promise.all([...new Set(tops)].map((top) => counted(top)));
        return { here: null, parentPath: null, folders, isCut: false, samples: [] };
      }
      const found = await within(path);
      const entries = await read(found.path);
      if (entries === null)
        throw new DomainError(
          'invalid',
          `the folder ${found.path} cannot be read; give this program the right to read it`,
        );
      const paths = await subfolders(found.path, entries, tops);
      const shown = paths.slice(0, MOST_FOLDERS);
      const folders = await Promise.all(
        shown.map((folder, index) =>
          index < MOST_COUNTED
            ? counted(folder)
            : Promise.resolve({ name: nameOf(folder), path: folder, photos: null, cover: null }),
        ),
      );
      return {
        here: { name: nameOf(found.path), path: found.path, ...photosAmong(entries) },
        parentPath: found.path === found.root ? null : dirname(found.path),
        folders,
        isCut: paths.length > shown.length,
        samples: namesOfPhotos(entries).toSorted(compareNaturally).slice(0, MOST_SAMPLES),
      };
    },
  };
}

/** One answer for what is missing and for what is not to be seen: the difference would tell what lies elsewhere. */
function nothingThere(path: string): DomainError {
  return new DomainError(
    'not_found',
    `there is no folder ${JSON.stringify(path.slice(0, 200))} below the folders that PROOFLINE_PHOTO_FOLDERS opens to browsers; choose one of those`,
  );
}

async function subfolders(
  folder: string,
  entries: readonly Dirent[],
  roots: readonly string[],
): Promise<readonly string[]> {
  const named = entries.filter(({ name }) => reasonToSkipName(name) === undefined);
  const paths = await Promise.all(
    named.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return path;
      return entry.isSymbolicLink() && (await leadsToFolder(path, roots)) ? path : null;
    }),
  );
  return paths.filter((path) => path !== null).toSorted(compareNaturally);
}

async function leadsToFolder(path: string, roots: readonly string[]): Promise<boolean> {
  const real = await realpath(path).catch(() => null);
  return real !== null && roots.some((root) => isWithin(root, real)) && (await isFolder(real));
}

const isFile = async (path: string) => (await stat(path).catch(() => null))?.isFile() === true;

const isFolder = async (path: string) => (await stat(path).catch(() => null))?.isDirectory() === true;

async function counted(path: string): Promise<BrowsedFolder> {
  const entries = await read(path);
  return { name: nameOf(path), path, ...(entries === null ? { photos: null, cover: null } : photosAmong(entries)) };
}

function photosAmong(entries: readonly Dirent[]): { readonly photos: number; readonly cover: string | null } {
  const names = namesOfPhotos(entries);
  // The first one, found without sorting thousands.
  const cover = names.reduce<string | null>(
    (first, name) => (first === null || compareNaturally(name, first) < 0 ? name : first),
    null,
  );
  return { photos: names.length, cover };
}

function namesOfPhotos(entries: readonly Dirent[]): readonly string[] {
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && isNamedLikeAPhoto(entry.name))
    .map(({ name }) => name);
}

const read = (path: string) => readdir(path, { withFileTypes: true }).catch(() => null);

/** The root of a disk has no name but itself. */
const nameOf = (path: string) => basename(path) || path;

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
