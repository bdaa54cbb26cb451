import type { ImageReference } from '@proofline/domain/photo-image.ts';
import { imageUrl } from '../../lib/api.ts';

/** Null where nothing is left to look at. */
export const urlOf = (photoId: number, image: ImageReference | null): string | null =>
  image === null ? null : imageUrl(photoId, image.sha256);
