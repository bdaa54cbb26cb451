import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import type { DataFolder } from './data-folder.ts';
import { replaceFile } from './replace-file.ts';

/** How a program on this machine reaches the running system. */
const apiAnnouncement = z.object({
  url: z.url({ protocol: /^http$/ }),
  /** Opens everything that the operator may do; the file is readable by its owner only. */
  token: z.string().min(1),
  pid: z.int().positive(),
  /** ISO 8601 UTC. */
  startedAt: z.string(),
});

export type ApiAnnouncement = Readonly<z.infer<typeof apiAnnouncement>>;

/** Writes `api.json`; the returned function removes it again. */
export function announceApi(folder: DataFolder, announcement: ApiAnnouncement): () => void {
  replaceFile(folder.apiFile, `${JSON.stringify(announcement, null, 2)}\n`);
  return () => rmSync(folder.apiFile, { force: true });
}

/** Null when nothing is announced. What cannot be read as an announcement is thrown. */
export function readApiAnnouncement(folder: DataFolder): ApiAnnouncement | null {
  try {
    return apiAnnouncement.parse(JSON.parse(readFileSync(folder.apiFile, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(
      `${folder.apiFile} cannot be read (${(error as Error).message}); restart Proofline to write it anew`,
      {
        cause: error,
      },
    );
  }
}
