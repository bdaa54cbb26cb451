import type { ComputedResults } from '@proofline/domain/computed-results.ts';
import type { DataPaths } from '@proofline/domain/data-paths.ts';
import type { MetadataReader } from '@proofline/domain/metadata-reader.ts';
import type { PhotoStore } from '@proofline/domain/photo.ts';
import type { PhotoRenderer, RenderSettings } from '@proofline/domain/rendition.ts';
import { defineStage, done } from '@proofline/domain/stage.ts';
import { computedOnce } from '../computed-once.ts';

type Needs = {
  readonly photos: PhotoStore;
  readonly renderer: Pick<PhotoRenderer, 'inspect'>;
  readonly renderSettings: RenderSettings;
  readonly metadataReader: MetadataReader;
  readonly computedResults: ComputedResults;
  readonly paths: DataPaths;
};

/**
 * Writes down what the file says about itself, as the `file` layer that nothing else ever changes. What is no photo, or none that can be rendered, is
 * refused here, before it would be given a name.
 */
export const extractMetadata = defineStage<'extract-metadata', Needs>({
  name: 'extract-metadata',
  subject: 'photo',
  maxAttempts: 3,
  timeoutMs: 60_000,
  backoffMs: 500,
  concurrency: 8,
  undoes: ['fileMetadata'],
  async run(photoId, { photos, renderer, renderSettings, metadataReader, computedResults, paths }, { signal }) {
    const { workingPath, contentSha256 } = photos.get(photoId);
    if (workingPath === null) throw new Error(`photo ${photoId} has no working copy`);
    const path = paths.absolute(workingPath);
    await renderer.inspect(path, renderSettings, signal);
    const { result, ...computed } = await computedOnce(computedResults, {
      stage: 'extract-metadata',
      contentSha256,
      inputs: { reader: metadataReader.version },
      compute: () => metadataReader.read(path, signal),
    });
    return done({ fileMetadata: result, ...computed });
  },
});
