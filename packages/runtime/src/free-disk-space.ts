import { statfs } from 'node:fs/promises';

/** Bytes that this process may still write on the disk that holds `path`. */
export async function freeDiskSpaceBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}
