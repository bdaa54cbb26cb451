import { contentSha256 } from '../../content-hash.ts';
import { RemoteFault } from './remote-fault.ts';
import type { RemoteEntry } from './remote-connection.ts';
import type { SentFiles } from './sent-files.ts';
import { ask, fileAt, type RemoteSite } from './remote-site.ts';

/** Far above any web image: what is larger is not fetched into memory. */
const LARGEST_BYTES = 256 * 1024 * 1024;
/** A file that is replaced while it is read may come with another size than it was announced with. */
const TRIES_TO_READ = 3;

export type KnownFile = { readonly bytes: number; readonly sha256: string | null };

/** Size and hash of a file without fetching it: by the server's own word, else by the record of what was checked there. */
export async function describeFile(
  site: RemoteSite,
  sent: SentFiles,
  path: string,
  signal: AbortSignal,
): Promise<KnownFile | null> {
  const found = await fileAt(site, path, signal);
  if (found === null) return null;
  const hash = await ask(site, (connection) => connection.hash(path), signal);
  const sha256 = hash?.algorithm === 'sha256' ? hash.hex : recorded(sent, path, found);
  return { bytes: found.bytes, sha256 };
}

/** The hash on record where the file is still as it was then. */
function recorded(sent: SentFiles, path: string, found: RemoteEntry): string | null {
  const record = sent.find(path);
  const isSame = record?.bytes === found.bytes && record.modifiedMs === found.modifiedMs;
  return isSame ? record.sha256 : null;
}

/** The whole file; null when there is none. What was fetched is remembered. */
export async function fetchFile(
  site: RemoteSite,
  sent: SentFiles,
  path: string,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  for (let tries = 1; ; tries += 1) {
    const found = await fileAt(site, path, signal);
    if (found === null) return null;
    if (found.bytes > LARGEST_BYTES)
      throw new RemoteFault('refused', `has a file of ${found.bytes} bytes, which is no web image`);
    const bytes = await ask(site, (connection) => connection.read(path), signal);
    if (bytes.length === found.bytes) {
      sent.remember(path, { bytes: bytes.length, sha256: contentSha256(bytes), modifiedMs: found.modifiedMs });
      return bytes;
    }
    if (tries === TRIES_TO_READ)
      throw new RemoteFault('refused', `gave ${bytes.length} of ${found.bytes} bytes, ${tries} times in a row`);
  }
}
