import { mkdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Blocked } from '@proofline/domain/blocking.ts';
import type { StageName, Subject } from '@proofline/domain/stage.ts';
import type { Workspace } from '@proofline/domain/workspace.ts';

/** Subjects share folders of a thousand, so that no folder of a large catalogue gets slow to list. */
const SUBJECTS_PER_SHARD = 1000;
/** `work`, shard, subject, run, file. */
const DEPTH_OF_FILES = 5;

/** `work/<shard>/p<photo>/<stage>-<token>/…` below the data folder. */
export function openWorkspace({ dataFolder }: { readonly dataFolder: string }): Workspace {
  const absolute = (relativePath: string) => join(dataFolder, ...relativePath.split('/'));
  const removeFolder = (relativePath: string) => rm(absolute(relativePath), { recursive: true, force: true });
  return {
    async openAttempt(subject, stage, token) {
      const relativePath = attemptPath(subject, stage, token);
      await makeFolder(absolute(relativePath));
      return { relativePath, absolutePath: absolute(relativePath) };
    },
    async removeAttempt(subject, stage, token) {
      await removeFolder(attemptPath(subject, stage, token));
      await removeIfEmpty(absolute(subjectPath(subject)));
    },
    removePhoto: (photoId) => removeFolder(subjectPath({ kind: 'photo', id: photoId })),
    async removeFiles(relativePaths) {
      const foreign = relativePaths.filter((path) => !isBelowWork(path));
      if (foreign.length > 0) {
        const named = foreign.map((path) => JSON.stringify(path)).join(', ');
        throw new Error(`not below the work folder: ${named}; nothing was removed`);
      }
      for (const path of relativePaths) await rm(absolute(path), { force: true });
      for (const folder of foldersOf(relativePaths)) await removeIfEmpty(absolute(folder));
    },
  };
}

/** The name is new and the folders above are ours: only the disk or the rights on it can stand against it. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw cause;
    throw new Blocked('data-folder-unwritable', `no folder can be made in the data folder (${message})`, { cause });
  }
}

/** The folder of a subject of which nothing is left; another run of it may have put something there meanwhile. */
async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // POSIX lets a system answer EEXIST for a folder that holds something.
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(code)) throw error;
  }
}

/** Rows may be damaged: what they name is removed only where nothing but work under way lives. */
function isBelowWork(relativePath: string): boolean {
  const [first, ...rest] = relativePath.split('/');
  const leaves = (part: string) => part === '' || part === '.' || part === '..' || /[\\:\0]/.test(part);
  return first === 'work' && rest.length > 0 && !rest.some(leaves);
}

/** The folders of runs that made these files; files that lie elsewhere have none. */
function foldersOf(relativePaths: readonly string[]): ReadonlySet<string> {
  const folders = relativePaths.map((path) => path.split('/')).filter(({ length }) => length === DEPTH_OF_FILES);
  return new Set(folders.map((parts) => parts.slice(0, -1).join('/')));
}

function attemptPath(subject: Subject, stage: StageName, token: string): string {
  return `${subjectPath(subject)}/${stage}-${token}`;
}

function subjectPath({ kind, id }: Subject): string {
  const shard = String(Math.floor(id / SUBJECTS_PER_SHARD)).padStart(4, '0');
  return `work/${shard}/${kind === 'photo' ? 'p' : 's'}${id}`;
}
