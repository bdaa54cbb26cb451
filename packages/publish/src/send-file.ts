import type { Asset, AssetTarget } from '@proofline/domain/asset-target.ts';

/** Of one file within one run, before the run fails and is tried again later. */
const TRIES_TO_SEND = 3;

/**
 * Brings a file to the site unless it is there. Some servers take a file and keep less of it. What was just sent is ours, so it is sent again, and
 * taken away when that does not help either: left there, the next try would take it for somebody else's and wait for a person.
 */
export async function sendFile(
  target: AssetTarget,
  path: string,
  file: Asset,
  signal: AbortSignal,
): Promise<{ readonly bytesSent: number }> {
  let wasSent = false;
  for (let tries = 1; ; tries += 1) {
    wasSent = (await target.put(path, file, signal)).sent || wasSent;
    if (await holdsFile(target, path, file, signal)) return { bytesSent: wasSent ? file.bytes.length : 0 };
    if (tries < TRIES_TO_SEND) continue;
    if (wasSent) await target.remove(path, signal);
    throw new Error(
      `the site keeps other content at ${path} than the ${file.bytes.length} bytes that were sent, ${tries} times in a row; publishing again sends them again`,
    );
  }
}

/** By size, and by content where the target can tell. */
async function holdsFile(target: AssetTarget, path: string, file: Asset, signal: AbortSignal): Promise<boolean> {
  const held = await target.stat(path, signal);
  return held?.bytes === file.bytes.length && (held.sha256 ?? file.sha256) === file.sha256;
}

export async function assertHoldsFile(
  target: AssetTarget,
  path: string,
  file: Asset,
  signal: AbortSignal,
): Promise<void> {
  if (await holdsFile(target, path, file, signal)) return;
  const held = await target.stat(path, signal);
  const found = held === null ? 'no such file' : `other content of ${held.bytes} bytes`;
  throw new Error(
    `the site has ${found} at ${path} where ${file.bytes.length} bytes were sent; publishing again sends them again`,
  );
}
