import type { ComputedResults } from '@proofline/domain/computed-results.ts';
import type { DataPaths } from '@proofline/domain/data-paths.ts';
import type { MetadataReader } from '@proofline/domain/metadata-reader.ts';
import type { PhotoStore } from '@proofline/domain/photo.ts';
import { defineStage, done } from '@proofline/domain/stage.ts';
import { computedOnce } from '../computed-once.ts';

type Needs = {
  readonly photos: PhotoStore;
  readonly metadataReader: MetadataReader;
  readonly computedResults: ComputedResults;
  readonly paths: DataPaths;
};

/** Writes down what the file says about itself, as the `file` layer that nothing else ever changes. */
export const extractMetadata = defineStage<'extract-metadata', Needs>({
  name: 'extract-metadata',
  subject: 'photo',
  maxAttempts: 3,
  timeoutMs: 60_000,
  backoffMs: 500,
  concurrency: 8,
  undoes: ['fileMetadata'],
  async run(photoId, { photos, metadataReader, computedResults, paths }, { signal }) {
    const photo = photos.get(photoId);
    const workingPath = paths.absolute(workingPathOf(photo));
    const { result, ...computed } = await computedOnce(computedResults, {
      stage: 'extract-metadata',
      contentSha256: photo.contentSha256,
      inputs: { reader: metadataReader.version },
      compute: () => metadataReader.read(workingPath, signal),
    });
    return done({ fileMetadata: result, ...computed });
  },
});

function workingPathOf(photo: { readonly id: number; readonly workingPath: string | null }): string {
  if (photo.workingPath === null) throw new Error(`photo ${photo.id} has no working copy`);
  return photo.workingPath;
}
