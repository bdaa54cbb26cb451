import type { FileNameLedger, NamingSettings } from '@proofline/domain/file-name.ts';
import { assignFileNames } from '@proofline/domain/file-name.ts';
import type { PhotoSetDesk } from '@proofline/domain/photo-set.ts';
import { duplicateOf, type PhotosOfSet } from '@proofline/domain/photos-of-set.ts';
import { defineStage, done } from '@proofline/domain/stage.ts';

type Needs = {
  readonly sets: PhotoSetDesk;
  readonly photosOfSet: PhotosOfSet;
  readonly fileNameLedger: FileNameLedger;
  readonly naming: NamingSettings;
};

/**
 * The one barrier: gives the whole set its names at once, so that they depend on the photos and the ledger and on nothing else.
 * One at a time, for the ledger must not change between reading it and writing the reservations.
 */
export const reserveFileNames = defineStage<'reserve-file-names', Needs>({
  name: 'reserve-file-names',
  subject: 'set',
  maxAttempts: 5,
  timeoutMs: 5 * 60_000,
  backoffMs: 500,
  concurrency: 1,
  undoes: ['fileNames'],
  // oxlint-disable-next-line typescript/require-await -- the port is asynchronous, naming is not
  async run(setId, { sets, photosOfSet, fileNameLedger, naming }) {
    const set = sets.get(setId);
    const waiting = photosOfSet.waiting(setId);
    const duplicates = waiting.flatMap((photo) => {
      const holder = photosOfSet.holderOf(photo);
      return holder === null ? [] : [{ photoId: photo.photoId, refusal: duplicateOf(holder) }];
    });
    const duplicateIds = new Set(duplicates.map(({ photoId }) => photoId));
    const named = assignFileNames(
      { ...set, photos: waiting.filter(({ photoId }) => !duplicateIds.has(photoId)) },
      fileNameLedger,
      naming,
    );
    return done({
      fileNames: { reservations: named.reservations, refused: [...duplicates, ...named.refused] },
    });
  },
});
