import type { CatalogueEntry, CatalogueRow } from '@proofline/domain/catalogue.ts';
import { apertureText, exposureText } from '@proofline/domain/exposure.ts';
import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { capitalise, slug } from '@proofline/domain/slug.ts';

/** The site's table, its business key, and the id that it gives. */
export const catalogueTable = 'photos_info_revamp';
export const fileNameColumn = 'File_Name';
export const idColumn = 'id';

/** The site's columns in their order, without `id`, which the site gives (original-system.md §1.4). */
export const publishedColumns = [
  'Folder',
  fileNameColumn,
  'Path',
  'Thumb_Path',
  'DateTime',
  'Camera',
  'Lens_model',
  'Width',
  'Height',
  'Exposure',
  'Aperture',
  'ISO',
  'Focal_length',
  'Keywords',
  'Caption',
  'alt_text',
  'Location',
  'QR',
  'QC_Status',
  'Original_File_Name',
  'nima_score',
  'blur_score',
  'brightness_score',
  'contrast_score',
  'brisque_score',
  'clip_aesthetic_score',
] as const;

export type PublishedColumn = (typeof publishedColumns)[number];

/** A photo as the site's row, every value in the site's format. Not known is NULL, never an empty text or zero. */
export function publishedRow(photo: PublishedPhoto): Readonly<Record<PublishedColumn, string | number | null>> {
  return {
    Folder: photo.folderKey,
    File_Name: photo.fileName,
    Path: photo.webUrl,
    Thumb_Path: photo.thumbUrl,
    DateTime: photo.dateTimeOriginal === null ? null : siteDateTime(photo.dateTimeOriginal),
    Camera: photo.camera,
    Lens_model: storable(photo.lensModel),
    Width: photo.web.widthPx,
    Height: photo.web.heightPx,
    Exposure: photo.exposureTimeSeconds === null ? null : exposureText(photo.exposureTimeSeconds),
    Aperture: photo.fNumber === null ? null : apertureText(photo.fNumber),
    ISO: truncated(photo.iso),
    Focal_length: truncated(photo.focalLengthMm),
    Keywords: storable(photo.keywords.join(', ')),
    Caption: storable(photo.caption),
    alt_text: storable(photo.altText),
    Location: capitalise(slug(photo.location)),
    QR: photo.rating === null ? null : Number(photo.rating.toFixed(2)),
    QC_Status: photo.band,
    Original_File_Name: storable(photo.originalFileName),
    nima_score: photo.measurements.nimaScore ?? null,
    blur_score: photo.measurements.blurScore ?? null,
    brightness_score: photo.measurements.brightnessScore ?? null,
    contrast_score: photo.measurements.contrastScore ?? null,
    brisque_score: photo.measurements.brisqueScore ?? null,
    clip_aesthetic_score: photo.measurements.clipAestheticScore ?? null,
  };
}

/** A row of the site, whoever wrote it, in the domain's words. Columns of the site's own are left out. */
export function catalogueEntry(held: CatalogueRow): CatalogueEntry {
  const row = Object.fromEntries([idColumn, ...publishedColumns].map((column) => [column, held[column] ?? null]));
  return {
    remoteId: Number(row[idColumn]),
    fileName: String(row[fileNameColumn] ?? ''),
    originalFileName: asText(row['Original_File_Name']),
    folderKey: asText(row['Folder']),
    webUrl: asText(row['Path']),
    thumbUrl: asText(row['Thumb_Path']),
    widthPx: asNumber(row['Width']),
    heightPx: asNumber(row['Height']),
    dateTime: asText(row['DateTime']),
    caption: asText(row['Caption']),
    altText: asText(row['alt_text']),
    keywords: asText(row['Keywords']),
    location: asText(row['Location']),
    row,
  };
}

type Held = string | number | null | undefined;

function asText(value: Held): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** A column of numbers may be one of texts on somebody's site. */
function asNumber(value: Held): number | null {
  if (value === null || value === undefined || value === '') return null;
  return Number.isFinite(Number(value)) ? Number(value) : null;
}

/** Columns in which `held` is not what was `wanted`, in words. Numbers are compared as numbers: 7 and 7.0 are one value. */
export function differingColumns(wanted: CatalogueRow, held: CatalogueRow): readonly string[] {
  return Object.keys(wanted)
    .filter((column) => held[column] !== wanted[column])
    .map((column) => `${column} is ${JSON.stringify(held[column])} instead of ${JSON.stringify(wanted[column])}`);
}

/** EXIF's own way of writing a wall time, which the site's other rows have: `YYYY:MM:DD HH:MM:SS`. */
function siteDateTime(wallTime: string): string {
  return wallTime.slice(0, 19).replaceAll('-', ':').replace('T', ' ');
}

/** The site's columns hold whole numbers and the original cut the rest off. */
function truncated(value: number | null): number | null {
  return value === null ? null : Math.trunc(value);
}

/** Half a surrogate pair is no character; a database would replace it and the row would not read back as written. */
function storable<Text extends string | null>(text: Text): Text {
  return (text === null ? null : text.toWellFormed()) as Text;
}
