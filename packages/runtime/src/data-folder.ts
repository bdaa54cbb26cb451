import { access, constants, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from './config-error.ts';

/** Where things lie in the data folder; every path is absolute. */
export type DataFolder = {
  readonly root: string;
  readonly reviewDatabase: string;
  /** The website's table, where no other catalogue is set. */
  readonly catalogueDatabase: string;
  /** What that other catalogue holds of the website's table, for looking at without asking the server. */
  readonly mirrorDatabase: string;
  /** Working copies and renditions, by photo. */
  readonly work: string;
  readonly site: string;
  /** What publications replaced on the site, to be put back. */
  readonly replaced: string;
  readonly cache: string;
  readonly logs: string;
  readonly backups: string;
  readonly crashReports: string;
  readonly apiFile: string;
  readonly leaseDatabase: string;
  readonly leaseHolderFile: string;
  /** The absolute path of a stored one (relative, with `/`). Throws when it would leave the data folder. */
  resolve(storedPath: string): string;
};

/** The layout below `root` (absolute), without touching the disk. */
export function dataFolderAt(root: string): DataFolder {
  return {
    root,
    reviewDatabase: join(root, 'review.db'),
    catalogueDatabase: join(root, 'catalogue.db'),
    mirrorDatabase: join(root, 'mirror.db'),
    work: join(root, 'work'),
    site: join(root, 'site'),
    replaced: join(root, 'replaced'),
    cache: join(root, 'cache'),
    logs: join(root, 'logs'),
    backups: join(root, 'backups'),
    crashReports: join(root, 'crash-reports'),
    apiFile: join(root, 'api.json'),
    leaseDatabase: join(root, 'lease.db'),
    leaseHolderFile: join(root, 'lease.json'),
    resolve: (storedPath) => resolveStored(root, storedPath),
  };
}

/** Makes the data folder and its parts and proves that files can be written there; throws `ConfigError` when not. */
export async function prepareDataFolder(root: string): Promise<DataFolder> {
  const folder = dataFolderAt(root);
  const folders = [root, folder.work, folder.cache, folder.logs, folder.backups];
  // A lease that may only be read would be no lease: SQLite takes no exclusive lock on it.
  const files = [folder.reviewDatabase, folder.leaseDatabase, ...(await filesOf(folder.logs))];
  const tries = await Promise.allSettled([...folders.map(proveWritable), ...files.map(proveAppendable)]);
  const errors = tries.filter((tried) => tried.status === 'rejected').map(({ reason }) => reason as Error);
  if (errors.length === 0) return folder;
  const reasons = [...new Set(errors.map(({ message }) => message))].join('; ');
  throw new ConfigError(
    [
      `the data folder ${root} cannot be used (${reasons}); nothing was started; make it writable again or give Proofline another one with PROOFLINE_DATA`,
    ],
    { cause: errors[0] },
  );
}

/** Writes through to the disk: a full or read-only disk shows here and not in the middle of a photo. */
async function proveWritable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  // One name for all: what a process that was killed here left goes with the next one's.
  const probe = join(folder, '.probe');
  const file = await open(probe, 'w');
  try {
    await file.writeFile('proofline');
    await file.sync();
  } finally {
    await file.close();
    await rm(probe, { force: true });
  }
}

async function proveAppendable(file: string): Promise<void> {
  try {
    await access(file, constants.W_OK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

async function filesOf(folder: string): Promise<readonly string[]> {
  // Not there yet, or not readable: the folder itself is proved as well.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
}

function resolveStored(root: string, storedPath: string): string {
  const parts = storedPath.split('/');
  const leaves = parts.some((part) => part === '' || part === '.' || part === '..' || /[\\:\0]/.test(part));
  if (leaves) throw new Error(`the stored path ${JSON.stringify(storedPath)} is not a path below the data folder`);
  return join(root, ...parts);
}
