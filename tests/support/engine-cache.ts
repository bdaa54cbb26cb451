import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the embedded engine keeps for a faster start; its file names carry the versions that it fits. */
const SHARED = fileURLToPath(new URL('../../node_modules/.cache/proofline-tests', import.meta.url));

/** Gives a new data folder the engine's snapshot that an earlier test made, which saves each test seconds. */
export async function lendEngineCache(dataFolder: string): Promise<void> {
  await mkdir(SHARED, { recursive: true });
  await cp(SHARED, join(dataFolder, 'cache'), { recursive: true, filter: isComplete });
}

export async function keepEngineCache(dataFolder: string): Promise<void> {
  await cp(join(dataFolder, 'cache'), SHARED, { recursive: true, force: false, filter: isComplete });
}

/** Half-written files have names of their own; a broken snapshot would only be thrown away and made again. */
const isComplete = (path: string) => !path.endsWith('.part') && !path.endsWith('.tmp');
