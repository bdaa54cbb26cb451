import type { ReviewView } from '@proofline/domain/review.ts';
import { expect, test } from 'vitest';
import { sizeLike, wholePhotoOf } from './whole-photo.ts';

const sha256 = 'a'.repeat(64);
const view = (file: object, photo: object = {}) =>
  ({
    dossier: {
      photo: { id: 7, contentSha256: sha256, workingPath: 'work/7/original.jpg', ...photo },
      metadata: { file },
    },
  }) as unknown as ReviewView;
const lying = { sha256, widthPx: 2048, heightPx: 1365 };
const upright = { sha256, widthPx: 1365, heightPx: 2048 };

test('the size of a photo is told as it stands upright, whatever way the sensor lay', () => {
  const file = { widthPx: 6000, heightPx: 4000 };
  expect(wholePhotoOf(view(file), lying)).toMatchObject({ widthPx: 6000, heightPx: 4000, photoId: 7, sha256 });
  expect(wholePhotoOf(view(file), upright)).toMatchObject({ widthPx: 4000, heightPx: 6000 });
});

test('a file that does not tell its size is taken for as large as its preview', () => {
  expect(wholePhotoOf(view({}), lying)).toMatchObject({ widthPx: 2048, heightPx: 1365 });
});

test('of a photo whose working copy was given back there are no more pixels', () => {
  expect(wholePhotoOf(view({}, { workingPath: null }), lying)).toBeNull();
  expect(wholePhotoOf(view({}, { contentSha256: null }), lying)).toBeNull();
});

test('a photo that is not known yet is taken to be as large as another one', () => {
  expect(sizeLike(upright, 6000)).toEqual({ widthPx: 3999, heightPx: 6000 });
});
