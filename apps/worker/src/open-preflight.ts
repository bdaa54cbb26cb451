import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import type { CaptionerDesk } from '@proofline/domain/captioner-desk.ts';
import type { Preflight, PreflightCheck } from '@proofline/domain/preflight.ts';
import type { QueueBlocks } from '@proofline/domain/blocking.ts';
import { remedies } from '@proofline/domain/blocking.ts';
import type { Config } from '@proofline/runtime/config.ts';
import type { DataFolder } from '@proofline/runtime/data-folder.ts';
import { freeDiskSpaceBytes } from '@proofline/runtime/free-disk-space.ts';
import { checkCaptioner } from './check-captioner.ts';

type Needs = {
  readonly config: Config;
  readonly folder: DataFolder;
  readonly captioners: Pick<CaptionerDesk, 'list' | 'usual'>;
  readonly blocks: Pick<QueueBlocks, 'list'>;
};

/** Room that a few sets need beyond the floor. */
const COMFORT_BYTES = 5e9;

/** Looks at folders, disk, captioner and site, each for itself: what is wrong with one does not hide another. */
export function openPreflight({ config, folder, captioners, blocks }: Needs): Preflight {
  return () =>
    Promise.all([
      photoFolders(config),
      writable('data-folder', folder.root, 'the data folder'),
      disk(config, folder),
      checkCaptioner(captioners),
      ...(config.siteServer === null ? [siteFolder(config)] : [ofSite('site-server', blocks)]),
      ...(config.catalogue === null ? [] : [ofSite('catalogue', blocks)]),
    ]);
}

async function photoFolders({ photoFolders: folders }: Config): Promise<PreflightCheck> {
  const name = 'photo-folders';
  if (folders.length === 0)
    return {
      name,
      state: 'bad',
      detail: 'no folder of photos is opened to browsers',
      remedy: 'set PROOFLINE_PHOTO_FOLDERS to the folders that hold your photos, and start again',
    };
  const looked = await Promise.allSettled(folders.map((path) => readdir(path)));
  const unreadable = folders.filter((_, index) => looked[index]!.status === 'rejected');
  return unreadable.length === 0
    ? { name, state: 'ok', detail: folders.join(', '), remedy: null }
    : {
        name,
        state: unreadable.length === folders.length ? 'bad' : 'warn',
        detail: `cannot be read: ${unreadable.join(', ')}`,
        remedy: 'mount the disk or give Proofline the right to read it, or correct PROOFLINE_PHOTO_FOLDERS',
      };
}

async function writable(name: 'data-folder' | 'site-folder', path: string, what: string): Promise<PreflightCheck> {
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return { name, state: 'ok', detail: path, remedy: null };
  } catch (error) {
    return {
      name,
      state: 'bad',
      detail: `${what} ${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      remedy: 'give Proofline the right to write there; nothing of it was changed',
    };
  }
}

/** The folder of the site is made by the first publication. */
async function siteFolder({ siteFolder: path }: Config): Promise<PreflightCheck> {
  const check = await writable('site-folder', path, 'the folder of the site');
  return check.state === 'bad' && check.detail.includes('ENOENT')
    ? { ...check, state: 'ok', detail: `${path}, made by the first publication`, remedy: null }
    : check;
}

async function disk({ diskFloorBytes }: Config, folder: DataFolder): Promise<PreflightCheck> {
  const free = await freeDiskSpaceBytes(folder.root);
  const detail = `${(free / 1e9).toFixed(1)} GB free; ${(diskFloorBytes / 1e9).toFixed(1)} GB of it stay free`;
  if (free <= diskFloorBytes)
    return { name: 'disk', state: 'bad', detail, remedy: 'make room on the disk of the data folder' };
  return free < diskFloorBytes + COMFORT_BYTES
    ? { name: 'disk', state: 'warn', detail, remedy: 'make room before adding large sets' }
    : { name: 'disk', state: 'ok', detail, remedy: null };
}

/** Nothing is sent to find out: what the last attempts met is what is known. */
async function ofSite(name: 'site-server' | 'catalogue', blocks: Pick<QueueBlocks, 'list'>): Promise<PreflightCheck> {
  const block = blocks.list().find(({ stage }) => stage === 'publish-photo' || stage === 'withdraw-photo');
  return block === undefined
    ? { name, state: 'ok', detail: 'nothing was refused so far; not needed to review', remedy: null }
    : { name, state: 'bad', detail: block.reason, remedy: remedies[block.condition] };
}
