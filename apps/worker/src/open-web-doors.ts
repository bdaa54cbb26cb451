import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stores } from '@proofline/db/open-stores.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { FolderBrowser, FolderThumbs } from '@proofline/domain/folder-browser.ts';
import { viewableRenditionKinds, type PhotoImages } from '@proofline/domain/photo-image.ts';
import type { RenditionKind } from '@proofline/domain/rendition.ts';
import { openPhotoViewer, type PhotoViewer } from '@proofline/pipeline/adapters/decoder/photo-viewer.ts';
import { openFolderBrowser } from '@proofline/pipeline/adapters/intake/browse-folders.ts';
import type { Config } from '@proofline/runtime/config.ts';
import type { DataFolder } from '@proofline/runtime/data-folder.ts';

const FOLDER_THUMB_PX = 320;

/** What only browsers ask for: folders to choose from and pictures to look at. */
export function openWebDoors(
  { photoFolders, render }: Config,
  folder: DataFolder,
  { dossiers }: Pick<Stores, 'dossiers'>,
): {
  readonly folders: FolderBrowser;
  readonly folderThumbs: FolderThumbs;
  readonly images: PhotoImages;
  readonly close: () => Promise<void>;
} {
  const viewer = openPhotoViewer({ folder: join(folder.cache, 'views'), settings: render });
  const folders = openFolderBrowser(photoFolders);
  return {
    folders,
    folderThumbs: folderThumbs(folders, viewer),
    images: photoImages(folder, dossiers, viewer),
    close: () => viewer.close(),
  };
}

function folderThumbs(folders: FolderBrowser, viewer: PhotoViewer): FolderThumbs {
  return {
    async read(path, name, signal) {
      const originalPath = await folders.photo(path, name);
      const { size, mtimeMs } = await stat(originalPath);
      const version = createHash('sha256').update(`${originalPath}\n${size}\n${mtimeMs}`).digest('hex');
      const bytes = await viewer.view({ key: `thumb ${version}`, originalPath, longEdgePx: FOLDER_THUMB_PX }, signal);
      return { bytes, version };
    },
  };
}

function photoImages(folder: DataFolder, dossiers: Stores['dossiers'], viewer: PhotoViewer): PhotoImages {
  const viewable: ReadonlySet<RenditionKind> = new Set(viewableRenditionKinds);
  return {
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
    async readWhole(photoId, contentSha256, signal) {
      const { photo } = dossiers.get(photoId);
      // The verified copy alone: what lies in the operator's folder may be another file by now.
      if (photo.workingPath === null || photo.contentSha256 !== contentSha256) throw gone(photoId);
      const originalPath = folder.resolve(photo.workingPath);
      return viewer.view({ key: `whole ${contentSha256}`, originalPath, longEdgePx: null }, signal);
    },
  };
}

function gone(photoId: number): DomainError {
  return new DomainError('not_found', `photo ${photoId} has no such image, or no longer has it`);
}
