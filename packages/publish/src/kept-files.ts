import { readFile, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptFiles } from '@proofline/domain/publication.ts';
import { contentSha256 } from './content-hash.ts';
import { unlessMissing } from './targets/unless-missing.ts';
import { writeWholeFile } from './whole-file.ts';

/** Keeps what was replaced on the site in a folder of this machine (absolute path): one folder per photo, one file per content. */
export function openKeptFiles({ folder }: { readonly folder: string }): KeptFiles {
  const folderOf = (photoId: number) => join(folder, `p${photoId}`);
  const fileOf = (photoId: number, sha256: string) => join(folderOf(photoId), `${sha256}.jpg`);

  const get: KeptFiles['get'] = async (photoId, sha256, signal) => {
    const bytes = await unlessMissing(readFile(fileOf(photoId, sha256), { signal }));
    return bytes !== null && contentSha256(bytes) === sha256 ? bytes : null;
  };

  return {
    get,
    async keep(photoId, { bytes, sha256 }, signal) {
      if ((await get(photoId, sha256, signal)) !== null) return;
      await writeWholeFile(fileOf(photoId, sha256), { bytes, sha256 }, signal);
    },
    async dropAllBut(photoId, sha256s) {
      const kept = new Set(sha256s.map((sha256) => `${sha256}.jpg`));
      const names = (await unlessMissing(readdir(folderOf(photoId)))) ?? [];
      for (const name of names.filter((found) => !kept.has(found))) {
        await rm(join(folderOf(photoId), name), { force: true });
      }
      if (names.length > 0 && kept.size === 0) await unlessMissing(rmdir(folderOf(photoId)));
    },
  };
}
