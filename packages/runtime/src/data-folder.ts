import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from './config-error.ts';

/** Where things lie in the data folder; every path is absolute. */
export type DataFolder = {
  readonly root: string;
  readonly reviewDatabase: string;
  /** The website's table, where no other catalogue is set. */
  readonly catalogueDatabase: string;
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
  try {
    for (const path of [folder.work, folder.cache, folder.logs, folder.backups]) await mkdir(path, { recursive: true });
    await proveWritable(folder);
  } catch (error) {
    const reason = (error as Error).message;
    throw new ConfigError(
      [
        `the data folder ${root} cannot be used (${reason}); nothing was started; give Proofline a folder that it may write to with PROOFLINE_DATA`,
      ],
      { cause: error },
    );
  }
  return folder;
}

/** Writes through to the disk: a full or read-only disk shows here and not in the middle of a photo. */
async function proveWritable(folder: DataFolder): Promise<void> {
  const probe = join(folder.work, `.probe-${process.pid}`);
  const file = await open(probe, 'w');
  try {
    await file.writeFile('proofline');
    await file.sync();
  } finally {
    await file.close();
    await rm(probe, { force: true });
  }
}

function resolveStored(root: string, storedPath: string): string {
  const parts = storedPath.split('/');
  const leaves = parts.some((part) => part === '' || part === '.' || part === '..' || /[\\:\0]/.test(part));
  if (leaves) throw new Error(`the stored path ${JSON.stringify(storedPath)} is not a path below the data folder`);
  return join(root, ...parts);
}
