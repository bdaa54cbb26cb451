import type { QualityBand, QualityMeasure } from './quality.ts';

/**
 * Everything that leaves the machine for one photo: two images (by hash), where they go, and every published field.
 * Composed from a dossier and the operator's settings, never stored as such: what a person approves is the hash of exactly this.
 */
export type PublishedPhoto = {
  readonly fileName: string;
  readonly originalFileName: string;
  readonly folderKey: string;
  /** Four digits; the year folder on the site. */
  readonly year: string;
  readonly web: PublishedImage;
  readonly thumb: PublishedImage;
  /** Public addresses, or site-relative paths where no base URL is set. */
  readonly webUrl: string;
  readonly thumbUrl: string;
  readonly caption: string;
  readonly altText: string;
  readonly keywords: readonly string[];
  readonly headline: string | null;
  readonly creator: string | null;
  readonly copyrightNotice: string | null;
  readonly location: string;
  /** Wall time `YYYY-MM-DDTHH:MM:SS` and its offset, where known. */
  readonly dateTimeOriginal: string | null;
  readonly offsetTimeOriginal: string | null;
  /** Canonical camera token, e.g. `Canon_EOS_R5_Mark_II`. */
  readonly camera: string | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly lensModel: string | null;
  readonly fNumber: number | null;
  readonly exposureTimeSeconds: number | null;
  readonly iso: number | null;
  readonly focalLengthMm: number | null;
  readonly focalLengthIn35mmFormatMm: number | null;
  /** Only where the operator's switch lets positions out. */
  readonly gps: { readonly latitude: number; readonly longitude: number } | null;
  readonly rating: number | null;
  readonly band: QualityBand;
  readonly measurements: Readonly<Partial<Record<QualityMeasure, number>>>;
};

export type PublishedImage = {
  readonly sha256: string;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** Where a photo's files go below the site's image root, with `/`; compatible with the original system's layout. */
export function sitePaths(photo: Pick<PublishedPhoto, 'year' | 'folderKey' | 'fileName'>): {
  readonly web: string;
  readonly thumb: string;
} {
  return {
    web: `${photo.year}/${photo.folderKey}/${photo.fileName}`,
    thumb: `${photo.year}/thumbs/${photo.folderKey}/${photo.fileName}`,
  };
}
