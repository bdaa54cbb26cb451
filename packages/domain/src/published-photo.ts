import { cameraToken } from './camera.ts';
import { captureYear } from './file-name.ts';
import type { NamingSettings } from './file-name.ts';
import { fieldOrigin, publishedFields } from './photo-metadata.ts';
import type { LayeredMetadata, PhotoFields } from './photo-metadata.ts';
import type { PhotoSet } from './photo-set.ts';
import type { Photo } from './photo.ts';
import { bandOf } from './quality.ts';
import type { Measurement, QualityAssessment, QualityBand, QualityMeasure } from './quality.ts';
import { renditionOf } from './rendition.ts';
import type { Rendition } from './rendition.ts';

/**
 * Everything that leaves the machine for one photo: two images (by hash), where they go, and every published field.
 * Composed from a dossier and the operator's settings, never stored as such: what a person approves is the hash of exactly this.
 */
export type PublishedPhoto = {
  readonly fileName: string;
  readonly originalFileName: string;
  readonly folderKey: string;
  /** The year folder on the site: four digits, or the stated fallback of a photo without a capture time. */
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

/** What the operator decides for every photo alike. */
export type PublicationSettings = {
  /** Address of the site's image root; null where addresses are site-relative paths. */
  readonly publicUrlBase: string | null;
  /** Win over what the file says, and give way to what a person wrote for one photo. */
  readonly creator: string | null;
  readonly copyrightNotice: string | null;
  /** Positions leave the machine only when this is on. */
  readonly publishGps: boolean;
  readonly naming: Pick<NamingSettings, 'fallbackYear'>;
};

/** The part of a dossier that a published photo is composed of. */
export type PublishedPhotoParts = {
  readonly photo: Pick<Photo, 'id' | 'originalFileName'>;
  readonly set: Pick<PhotoSet, 'folderKey' | 'location'>;
  readonly fileName: string | null;
  readonly metadata: LayeredMetadata;
  readonly renditions: readonly (PublishedImage & Pick<Rendition, 'kind'>)[];
  readonly quality: RatedQuality | null;
};

type RatedQuality = Pick<QualityAssessment, 'rating'> & {
  readonly measurements: readonly Pick<Measurement, 'measure' | 'value'>[];
};

/**
 * The photo as it would be published now. Throws a plain `Error` when it has no file name or web renditions yet: whoever composes too
 * early has a bug.
 */
export function composePublishedPhoto(parts: PublishedPhotoParts, settings: PublicationSettings): PublishedPhoto {
  const { photo, set, fileName, metadata, renditions } = parts;
  if (fileName === null) throw new Error(`photo ${photo.id} has no file name yet, so it cannot be composed`);
  const fields = publishedFields(metadata);
  const place = {
    year: captureYear(fields) ?? settings.naming.fallbackYear,
    folderKey: set.folderKey,
    fileName,
  };
  const paths = sitePaths(place);
  return {
    ...place,
    originalFileName: photo.originalFileName,
    web: publishedImage(renditionOf(renditions, 'web')),
    thumb: publishedImage(renditionOf(renditions, 'web-thumb')),
    webUrl: publicUrl(settings.publicUrlBase, paths.web),
    thumbUrl: publicUrl(settings.publicUrlBase, paths.thumb),
    caption: fields.description ?? '',
    altText: fields.altTextAccessibility ?? '',
    keywords: fields.keywords ?? [],
    headline: fields.headline ?? null,
    ...rights(metadata, fields, settings),
    location: set.location,
    ...capture(fields),
    gps: settings.publishGps ? position(fields) : null,
    ...quality(parts.quality, fields),
  };
}

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

function publishedImage({ sha256, widthPx, heightPx }: PublishedImage): PublishedImage {
  return { sha256, widthPx, heightPx };
}

/** Each segment percent-encoded (RFC 3986), because names may hold letters of any script and folder keys spaces. */
function publicUrl(base: string | null, path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return base === null ? encoded : `${base.replace(/\/+$/u, '')}/${encoded}`;
}

function rights(metadata: LayeredMetadata, fields: PhotoFields, settings: PublicationSettings) {
  const ofFields = { creator: fields.creator?.join(', ') ?? null, copyrightNotice: fields.copyrightNotice ?? null };
  const byPerson = (field: keyof typeof ofFields) => fieldOrigin(metadata, field) === 'person';
  return {
    creator: byPerson('creator') ? ofFields.creator : (settings.creator ?? ofFields.creator),
    copyrightNotice: byPerson('copyrightNotice')
      ? ofFields.copyrightNotice
      : (settings.copyrightNotice ?? ofFields.copyrightNotice),
  };
}

function capture(fields: PhotoFields) {
  return {
    dateTimeOriginal: fields.dateTimeOriginal ?? null,
    offsetTimeOriginal: fields.offsetTimeOriginal ?? null,
    camera: cameraToken(fields.make, fields.model),
    make: fields.make ?? null,
    model: fields.model ?? null,
    lensModel: fields.lensModel ?? null,
    fNumber: fields.fNumber ?? null,
    exposureTimeSeconds: fields.exposureTimeSeconds ?? null,
    iso: fields.iso ?? null,
    focalLengthMm: fields.focalLengthMm ?? null,
    focalLengthIn35mmFormatMm: fields.focalLengthIn35mmFormatMm ?? null,
  };
}

function position({ gpsLatitude, gpsLongitude }: PhotoFields): PublishedPhoto['gps'] {
  if (gpsLatitude === undefined || gpsLongitude === undefined) return null;
  return { latitude: gpsLatitude, longitude: gpsLongitude };
}

/** A person's rating overrides the computed one, and the band follows it; the measurements stay what they are. */
function quality(assessment: RatedQuality | null, fields: PhotoFields) {
  const rating = fields.qualityRating ?? assessment?.rating ?? null;
  const measurements = assessment?.measurements.map(({ measure, value }) => [measure, value] as const) ?? [];
  return {
    rating,
    band: bandOf(rating),
    measurements: Object.fromEntries(measurements) as PublishedPhoto['measurements'],
  };
}
