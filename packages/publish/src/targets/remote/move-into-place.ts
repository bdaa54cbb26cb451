import type { Asset } from '@proofline/domain/asset-target.ts';
import { isHashOf } from './is-hash-of.ts';
import { isFault } from './remote-fault.ts';
import { ask, fileAt, type RemoteSite } from './remote-site.ts';

/** A rename whose reply is lost was done or was not; it is looked at, and asked for again, this often. */
const TRIES_TO_RENAME = 3;

/** Whether a server replaces a file by a rename; found out by the first that it refuses. */
export type RenameManners = { refusesToReplace: boolean };

/**
 * Renames the checked file `from` over `to`. Where the server refuses to replace a file, the old one is moved aside first and removed afterwards:
 * for that moment readers find nothing at `to`, and a failure puts the old one back.
 */
export async function moveIntoPlace(
  site: RemoteSite,
  {
    from,
    to,
    aside,
    asset,
    manners,
    onRefusal,
  }: {
    readonly from: string;
    readonly to: string;
    /** A temporary name in the same folder. */
    readonly aside: string;
    readonly asset: Asset;
    readonly manners: RenameManners;
    readonly onRefusal: () => void;
  },
  signal: AbortSignal,
): Promise<void> {
  const isNew = () => holds(site, to, asset, signal);
  if (!manners.refusesToReplace) {
    try {
      return await rename(site, from, to, isNew, signal);
    } catch (error) {
      if (!isFault(error, 'refused', 'no-permission') || (await fileAt(site, to, signal)) === null) throw error;
    }
  } else if ((await fileAt(site, to, signal)) === null) {
    return rename(site, from, to, isNew, signal);
  }
  const isThere = async (path: string) => (await fileAt(site, path, signal)) !== null;
  try {
    await rename(site, to, aside, () => isThere(aside), signal);
    if (!manners.refusesToReplace) {
      manners.refusesToReplace = true;
      onRefusal();
    }
    await rename(site, from, to, isNew, signal);
  } catch (error) {
    await putBack(site, aside, to, signal);
    throw error;
  }
  await ask(site, (connection) => connection.remove(aside), signal);
}

/** `isDone` is asked where the reply was lost and nothing is at `from` any more. */
async function rename(
  site: RemoteSite,
  from: string,
  to: string,
  isDone: () => Promise<boolean>,
  signal: AbortSignal,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await site.pool.use((connection) => connection.rename(from, to), signal);
    } catch (error) {
      signal.throwIfAborted();
      const mayBeDone = isFault(error, 'connection-lost') || (tries > 1 && isFault(error, 'missing'));
      if (!mayBeDone) throw error;
      if ((await fileAt(site, from, signal)) === null && (await isDone())) return;
      if (tries === TRIES_TO_RENAME) throw error;
    }
  }
}

async function holds(site: RemoteSite, path: string, { bytes }: Asset, signal: AbortSignal): Promise<boolean> {
  const found = await fileAt(site, path, signal);
  if (found?.bytes !== bytes.length) return false;
  const hash = await ask(site, (connection) => connection.hash(path), signal);
  return hash === null || isHashOf(hash, bytes);
}

/** Also when the caller was told to stop: the site must not be left without the file. Where the old file never moved there is nothing to be done. */
async function putBack(site: RemoteSite, aside: string, to: string, stop: AbortSignal): Promise<void> {
  const signal = AbortSignal.timeout(stop.aborted ? LAST_PUT_BACK_MS : PUT_BACK_MS);
  await ask(site, (connection) => connection.rename(aside, to), signal).catch(() => undefined);
}

const PUT_BACK_MS = 15_000;
/** Whoever is told to stop goes within a second. */
const LAST_PUT_BACK_MS = 800;
