import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { DataFolder } from './data-folder.ts';
import { removeHalfReplaced, replaceFile } from './replace-file.ts';
import { isProcessRunning } from './running-process.ts';

/** Who holds the lease, for the message that a second instance shows. */
const leaseHolder = z.object({ pid: z.int().positive(), startedAt: z.string(), apiUrl: z.string().nullable() });
export type LeaseHolder = Readonly<z.infer<typeof leaseHolder>>;

export type Instance = Pick<LeaseHolder, 'pid' | 'startedAt'>;

export type InstanceLease = {
  /** Writes down where this instance can be reached. */
  publishAddress(apiUrl: string): void;
  release(): void;
};

/** Another instance works on this data folder. Nothing was read or changed. */
export class LeaseHeldError extends Error {
  override readonly name = 'LeaseHeldError';
  /** Null while the other instance has not written it down yet. */
  readonly holder: LeaseHolder | null;

  constructor(folder: DataFolder, holder: LeaseHolder | null, options?: ErrorOptions) {
    super(
      `Proofline already runs for the data folder ${folder.root} (${holderInWords(holder)}); this second start changed nothing; use the running one, or stop it first, or choose another folder with PROOFLINE_DATA`,
      options,
    );
    this.holder = holder;
  }
}

/**
 * Takes the data folder for this process, or throws `LeaseHeldError`. The lease is an exclusive lock of the operating system on
 * `lease.db`, taken through SQLite: it goes with the process however that ends, so there is no stale lease and no waiting for one.
 * On POSIX systems a process loses such a lock as soon as it closes any other handle of the file: nothing else may open `lease.db`.
 */
export function acquireInstanceLease(folder: DataFolder, { pid, startedAt }: Instance): InstanceLease {
  const database = lock(folder);
  // Whoever holds the lease writes these, and nobody else.
  for (const path of [folder.leaseHolderFile, folder.apiFile]) removeHalfReplaced(path);
  const write = (apiUrl: string | null) =>
    replaceFile(folder.leaseHolderFile, JSON.stringify({ pid, startedAt, apiUrl } satisfies LeaseHolder));
  write(null);
  return {
    publishAddress: write,
    release() {
      if (!database.open) return;
      rmSync(folder.leaseHolderFile, { force: true });
      database.close();
    },
  };
}

/**
 * A process whose supervisor was killed lets go of the lease within milliseconds, unless it is frozen; one that was killed itself when its memory was
 * given back, which takes seconds on a machine that is busy otherwise.
 */
const LEAVING_MS = 20_000;
const LOOK_AGAIN_MS = 50;

/** As `acquireInstanceLease`; waits a moment while whoever holds the lease is not known to run any more. */
export async function awaitInstanceLease(folder: DataFolder, instance: Instance): Promise<InstanceLease> {
  const startedAtMs = performance.now();
  for (;;) {
    try {
      return acquireInstanceLease(folder, instance);
    } catch (error) {
      const isLeaving = error instanceof LeaseHeldError && error.holder === null;
      if (!isLeaving || performance.now() - startedAtMs > LEAVING_MS) throw error;
      await sleep(LOOK_AGAIN_MS);
    }
  }
}

function lock(folder: DataFolder): Database.Database {
  const database = new Database(folder.leaseDatabase, { timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new LeaseHeldError(folder, readHolder(folder), { cause: error });
    throw new Error(`the lease ${folder.leaseDatabase} cannot be taken (${(error as Error).message})`, {
      cause: error,
    });
  }
}

/** The file of an instance that was killed stays until the next one writes its own: a holder that does not run is no answer. */
function readHolder(folder: DataFolder): LeaseHolder | null {
  try {
    const holder = leaseHolder.parse(JSON.parse(readFileSync(folder.leaseHolderFile, 'utf8')));
    return isProcessRunning(holder.pid) ? holder : null;
  } catch {
    // Only the wording of a refusal depends on this file; the refusal itself does not.
    return null;
  }
}

function holderInWords(holder: LeaseHolder | null): string {
  if (holder === null) return 'another process, just starting or left by a start that was killed';
  return `process ${holder.pid}, ${holder.apiUrl === null ? 'just starting' : holder.apiUrl}, started ${holder.startedAt}`;
}
