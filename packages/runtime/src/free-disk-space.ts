import { statfs } from 'node:fs/promises';

/** Bytes that this process may still write on the disk that holds `path`. */
export async function freeDiskSpaceBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}

/** Bytes that this process could write on the disk that holds `path` if nothing were on it. */
export async function diskSizeBytes(path: string): Promise<number> {
  const { blocks, bfree, bavail, bsize } = await statfs(path);
  return (blocks - (bfree - bavail)) * bsize;
}
