import { access } from 'node:fs/promises';

/** Throws in words where the operator named a file that is not there: what a loader says of it helps nobody. */
export async function assertModelFile(path: string): Promise<void> {
  try {
    await access(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const what =
      code === 'ENOENT' ? `there is no model file ${path}` : `the model file ${path} cannot be read (${code})`;
    throw new Error(`${what}; mend the setting or the file, and start Proofline again`, { cause });
  }
}
