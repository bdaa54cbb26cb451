import { setTimeout as wait } from 'node:timers/promises';
import type { Asset } from '@proofline/domain/asset-target.ts';
import { contentSha256 } from '../../content-hash.ts';
import { isHashOf } from './is-hash-of.ts';
import { RemoteFault } from './remote-fault.ts';
import type { RemoteEntry } from './remote-connection.ts';
import { ask, fileAt, type RemoteSite } from './remote-site.ts';

/** Tries in a row that bring nothing further. A line that drops every few seconds but gets on counts as slow, not as broken. */
const FRUITLESS_TRIES = 3;
/** However a server behaves, a file is not begun or gone on with more often than this. */
const MOST_TRIES = 200;
/** Of sending it from the start because the server's hash, or what is read back, is another one. */
const TRIES_TO_BE_WHOLE = 2;
const FIRST_DELAY_MS = 100;

/**
 * Brings `asset` to `path`, where nothing of anybody else's is. A transfer that broke off is gone on with where the server stopped; one whose
 * reply alone was lost is found to be complete. When this resolves the server holds exactly these bytes, as far as it can tell. `onWritten` is
 * called when all of them are there and not checked yet.
 */
export async function sendFile(
  site: RemoteSite,
  path: string,
  asset: Asset,
  signal: AbortSignal,
  onWritten: () => void = () => undefined,
): Promise<RemoteEntry> {
  for (let tries = 1; ; tries += 1) {
    const { entry, inParts } = await sendBytes(site, path, asset.bytes, signal);
    onWritten();
    if (await isWhole(site, path, asset, inParts, signal)) return entry;
    if (tries === TRIES_TO_BE_WHOLE)
      throw new RemoteFault(
        'refused',
        `holds other bytes than the ${asset.bytes.length} that were sent, ${tries} times`,
      );
    await ask(site, (connection) => connection.remove(path), signal);
  }
}

async function sendBytes(
  site: RemoteSite,
  path: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<{ readonly entry: RemoteEntry; readonly inParts: boolean }> {
  let held = 0;
  let fruitless = 0;
  let inParts = false;
  for (let tries = 1; ; tries += 1) {
    const fault = await writeFrom(site, path, bytes, held, signal);
    // A lost reply says nothing about the file, and neither does a good one: what counts is what is there.
    const entry = await fileAt(site, path, signal);
    if (entry?.bytes === bytes.length) return { entry, inParts };
    const there = entry?.bytes ?? 0;
    const cannotGoOn = there > bytes.length || (fault !== null && fault.kind !== 'connection-lost');
    fruitless = there > held && !cannotGoOn ? 0 : fruitless + 1;
    if (fruitless === FRUITLESS_TRIES || tries === MOST_TRIES)
      throw fault ?? new RemoteFault('refused', `kept ${there} of ${bytes.length} bytes, ${fruitless} times in a row`);
    held = cannotGoOn ? 0 : there;
    inParts ||= held > 0;
    // Some servers go on with a file and replace none.
    if (held === 0 && entry !== null) await ask(site, (connection) => connection.remove(path), signal);
    if (fruitless > 0) await wait(FIRST_DELAY_MS * 2 ** fruitless, undefined, { signal });
  }
}

/** Null when the server says that all is well. What it refuses at the start is thrown; where it was to go on, the start is still to be tried. */
async function writeFrom(
  site: RemoteSite,
  path: string,
  bytes: Uint8Array,
  offset: number,
  signal: AbortSignal,
): Promise<RemoteFault | null> {
  try {
    await site.pool.use((connection) => connection.write(path, bytes, offset), signal);
    return null;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof RemoteFault)) throw error;
    const mayGoOn = error.kind === 'connection-lost' || (offset > 0 && error.kind !== 'disk-full');
    if (!mayGoOn) throw error;
    return error;
  }
}

/** Asks the server for a hash where it knows one; else the size has to do, and a file in several parts is read back. */
async function isWhole(
  site: RemoteSite,
  path: string,
  { bytes, sha256 }: Asset,
  inParts: boolean,
  signal: AbortSignal,
): Promise<boolean> {
  const hash = await ask(site, (connection) => connection.hash(path), signal);
  if (hash !== null) return isHashOf(hash, bytes);
  return !inParts || contentSha256(await ask(site, (connection) => connection.read(path), signal)) === sha256;
}
