import type { DataPaths } from '@proofline/domain/data-paths.ts';
import type { MetadataReader } from '@proofline/domain/metadata-reader.ts';
import type { PhotoStore } from '@proofline/domain/photo.ts';
import { defineStage, done } from '@proofline/domain/stage.ts';

type Needs = { readonly photos: PhotoStore; readonly metadataReader: MetadataReader; readonly paths: DataPaths };

/** Writes down what the file says about itself, as the `file` layer that nothing else ever changes. */
export const extractMetadata = defineStage<'extract-metadata', Needs>({
  name: 'extract-metadata',
  subject: 'photo',
  maxAttempts: 3,
  timeoutMs: 60_000,
  backoffMs: 500,
  concurrency: 8,
  undoes: ['fileMetadata'],
  async run(photoId, { photos, metadataReader, paths }, { signal }) {
    const photo = photos.get(photoId);
    return done({ fileMetadata: await metadataReader.read(paths.absolute(workingPathOf(photo)), signal) });
  },
});

function workingPathOf(photo: { readonly id: number; readonly workingPath: string | null }): string {
  if (photo.workingPath === null) throw new Error(`photo ${photo.id} has no working copy`);
  return photo.workingPath;
}
