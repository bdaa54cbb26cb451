import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rename, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { holdsWithin } from './until.ts';

const run = promisify(execFile);

/** A file system in memory for the data folder, and one for what is under way in it: that alone can be made read-only while SQLite has its files open. */
export type SmallDisk = {
  fill(whileFull: () => Promise<unknown>): Promise<void>;
  makeReadOnly(whileReadOnly: () => Promise<unknown>): Promise<void>;
  /** What is on it stays behind in a plain folder. */
  remove(): Promise<void>;
};

/** A limit, not what it takes of the machine's memory. A set that might not fit is refused, rightly. */
const ROOM_BYTES = 8 * 1024 ** 3;
/** What is left when it is full. */
const LEFT_BYTES = 64 * 1024;
/** A file that is being written at that moment stands against it. */
const REMOUNT_WITHIN_MS = 10_000;

/** Whether this user may mount something; many containers forbid it even to root. */
export async function canMount(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = await mkdtemp(join(tmpdir(), 'proofline-mount-'));
  const isMounted = await mount(folder);
  if (isMounted) await run('umount', [folder]);
  await rm(folder, { recursive: true });
  return isMounted;
}

/** `dataFolder` exists and is empty. Throws where this user may mount nothing. */
export async function mountSmallDisk(dataFolder: string): Promise<SmallDisk> {
  const work = join(dataFolder, 'work');
  if (!(await mount(dataFolder))) throw new Error(`nothing can be mounted at ${dataFolder}; run without a small disk`);
  await mkdir(work);
  await mount(work);
  const remount = async (mode: 'ro' | 'rw') => {
    const done = await holdsWithin(REMOUNT_WITHIN_MS, () => succeeds('mount', ['-o', `remount,${mode}`, work]));
    if (!done) throw new Error(`${work} could not be made ${mode}`);
  };
  return {
    async fill(whileFull) {
      for (const folder of [dataFolder, work]) await limit(folder, (await usedBytes(folder)) + LEFT_BYTES);
      try {
        await whileFull();
      } finally {
        for (const folder of [dataFolder, work]) await limit(folder, ROOM_BYTES);
      }
    },
    async makeReadOnly(whileReadOnly) {
      await remount('ro');
      try {
        await whileReadOnly();
      } finally {
        await remount('rw');
      }
    },
    async remove() {
      const kept = `${dataFolder} kept`;
      await cp(dataFolder, kept, { recursive: true });
      for (const folder of [work, dataFolder]) await run('umount', [folder]);
      await rm(dataFolder, { recursive: true });
      await rename(kept, dataFolder);
    },
  };
}

function mount(folder: string): Promise<boolean> {
  return succeeds('mount', ['-t', 'tmpfs', '-o', `size=${ROOM_BYTES}`, 'tmpfs', folder]);
}

async function usedBytes(folder: string): Promise<number> {
  const { blocks, bfree, bsize } = await statfs(folder);
  return (blocks - bfree) * bsize;
}

/** Full without being filled: a limit may not go below what is used, and that grows meanwhile. */
async function limit(folder: string, bytes: number): Promise<void> {
  for (let limitBytes = bytes; ; limitBytes += LEFT_BYTES) {
    if (await succeeds('mount', ['-o', `remount,size=${limitBytes}`, folder])) return;
    if (limitBytes > ROOM_BYTES) throw new Error(`${folder} could not be limited`);
  }
}

async function succeeds(command: string, args: readonly string[]): Promise<boolean> {
  try {
    await run(command, args);
    return true;
  } catch {
    // Not allowed here, or busy: the caller decides.
    return false;
  }
}
