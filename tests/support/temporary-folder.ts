import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with a space and a non-ASCII letter in its path, as users have them; gone when the test is over. A test that runs beside others names its own `onTestFinished`. */
export async function temporaryFolder(whenFinished: typeof onTestFinished = onTestFinished): Promise<string> {
  const folder = await makeTemporaryFolder();
  whenFinished(() => removeFolder(folder));
  return folder;
}

/** The same for what several tests share; whoever makes it removes it. */
export const makeTemporaryFolder = () => mkdtemp(join(tmpdir(), 'proofline tést '));
export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 5 });
