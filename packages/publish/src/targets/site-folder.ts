import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Blocked, type BlockingCondition } from '@proofline/domain/blocking.ts';
import { temporaryName } from '../target-path.ts';

/** The root of a site on a disk or a share. It says whether a fault is that of one file or of the whole place. */
export type SiteFolder = {
  /** Throws `Blocked` when the folder is gone: an empty look into it would say that nothing is published. */
  assertThere(): Promise<void>;
  /** Throws `Blocked` when the folder is gone or its disk nearly full. */
  assertRoom(): Promise<void>;
  /** What stands in the way of every write; null when the folder can be written to, so that the fault is the file's own. */
  blocked(): Promise<Blocked | null>;
};

export type SiteFolderOptions = {
  readonly folder: string;
  /** Room that is left free on its disk. */
  readonly floorBytes: number;
  /** What messages call it. */
  readonly name?: string;
};

/**
 * The folder is made once, at the start. If it is away later, it is not made again: where a share was mounted there is an empty folder now, or
 * none, and the site is not in it.
 */
export function openSiteFolder({ folder, floorBytes, name = 'site folder' }: SiteFolderOptions): SiteFolder {
  let wasThere = makeFolder(folder);

  async function assertThere(): Promise<void> {
    // Not reachable at the start either: the first time that it is counts as the start.
    wasThere ||= makeFolder(folder);
    try {
      if ((await stat(folder)).isDirectory()) return;
    } catch (cause) {
      throw unreachable(name, folder, cause);
    }
    throw new Blocked('target-unreachable', `the ${name} ${folder} is not a folder`);
  }

  async function assertRoom(): Promise<void> {
    await assertThere();
    const { bavail, bsize } = await statfs(folder);
    const freeBytes = bavail * bsize;
    if (freeBytes >= floorBytes) return;
    const [left, floor] = [freeBytes, floorBytes].map((bytes) => Math.floor(bytes / 1_000_000));
    throw new Blocked(
      'disk-full',
      `the disk of the ${name} ${folder} has ${left} MB left and ${floor} MB are kept free`,
    );
  }

  return {
    assertThere,
    assertRoom,
    async blocked() {
      try {
        await assertRoom();
        const probe = join(folder, temporaryName(randomUUID()));
        await (await open(probe, 'wx')).close();
        await rm(probe);
        return null;
      } catch (error) {
        return error instanceof Blocked ? error : unreachable(name, folder, error);
      }
    },
  };
}

/** Whether it is there now. A reason why not is told by the first use of it. */
function makeFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

const conditionsByCode: Readonly<Record<string, BlockingCondition>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'login-refused',
  EPERM: 'login-refused',
};

function unreachable(name: string, folder: string, cause: unknown): Blocked {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  const condition = conditionsByCode[code] ?? 'target-unreachable';
  return new Blocked(condition, `the ${name} ${folder} cannot be written to (${message})`, { cause });
}
