import { readFile } from 'node:fs/promises';
import type { Stores } from '@proofline/db/open-stores.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { FolderBrowser } from '@proofline/domain/folder-browser.ts';
import { viewableRenditionKinds, type PhotoImages } from '@proofline/domain/photo-image.ts';
import type { RenditionKind } from '@proofline/domain/rendition.ts';
import { openFolderBrowser } from '@proofline/pipeline/adapters/intake/browse-folders.ts';
import type { Config } from '@proofline/runtime/config.ts';
import type { DataFolder } from '@proofline/runtime/data-folder.ts';

/** What only browsers ask for: folders to choose from and pictures to look at. */
export function openWebDoors(
  { photoFolders }: Config,
  folder: DataFolder,
  { dossiers }: Pick<Stores, 'dossiers'>,
): { readonly folders: FolderBrowser; readonly images: PhotoImages } {
  const viewable: ReadonlySet<RenditionKind> = new Set(viewableRenditionKinds);
  return {
    folders: openFolderBrowser(photoFolders),
    images: {
      async read(photoId, sha256) {
        const rendition = dossiers
          .get(photoId)
          .renditions.find((made) => viewable.has(made.kind) && made.sha256 === sha256);
        if (rendition === undefined) throw gone(photoId);
        try {
          return new Uint8Array(await readFile(folder.resolve(rendition.path)));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw gone(photoId);
          throw error;
        }
      },
    },
  };
}

function gone(photoId: number): DomainError {
  return new DomainError('not_found', `photo ${photoId} has no such image, or no longer has it`);
}
