import type { DataPaths } from '@proofline/domain/data-paths.ts';
import type { DiskFloor } from '@proofline/domain/disk-floor.ts';
import type { PhotoStore } from '@proofline/domain/photo.ts';
import type { PhotoRenderer, RenderSettings } from '@proofline/domain/rendition.ts';
import { defineStage, done } from '@proofline/domain/stage.ts';

type Needs = {
  readonly photos: PhotoStore;
  readonly renderer: Pick<PhotoRenderer, 'render'>;
  readonly renderSettings: RenderSettings;
  readonly paths: DataPaths;
  readonly diskFloor: DiskFloor;
};

/** Makes everything that is made of pixels, the web images included, so that a person reviews the very pixels that go out. */
export const renderPhoto = defineStage<'render-photo', Needs>({
  name: 'render-photo',
  subject: 'photo',
  maxAttempts: 3,
  timeoutMs: 3 * 60_000,
  backoffMs: 1_000,
  concurrency: 8,
  undoes: ['renditions'],
  async run(photoId, { photos, renderer, renderSettings, paths, diskFloor }, run) {
    const photo = photos.get(photoId);
    if (photo.workingPath === null) throw new Error(`photo ${photoId} has no working copy`);
    await diskFloor.assertRoom();
    const folder = await run.attemptFolder();
    const renditions = await renderer.render(
      paths.absolute(photo.workingPath),
      folder.absolutePath,
      renderSettings,
      run.signal,
    );
    return done({
      renditions: renditions.map((rendition) => ({
        ...rendition,
        path: `${folder.relativePath}/${rendition.path}`,
      })),
    });
  },
});
