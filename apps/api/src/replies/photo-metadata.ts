import type { LayeredMetadata, PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { z } from 'zod';
import { count, words } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

const text = z.exactOptional(z.string());
const number = z.exactOptional(z.number());

/** By the names of the IPTC Photo Metadata Standard and EXIF. */
const photoFields = schemaOf<PhotoFields>('PhotoFields')(
  z.strictObject({
    make: text,
    model: text,
    lensModel: text,
    dateTimeOriginal: text.describe('Wall time YYYY-MM-DDTHH:MM:SS, no zone'),
    offsetTimeOriginal: text.describe('+HH:MM, -HH:MM or Z'),
    subSecTimeOriginal: text.describe("Digits behind the second's decimal point"),
    orientation: z.exactOptional(z.int().min(1).max(8)).describe('EXIF tag, no degrees'),
    widthPx: z.exactOptional(count).describe('As stored, before orientation'),
    heightPx: z.exactOptional(count),
    fNumber: number,
    exposureTimeSeconds: number,
    iso: number,
    focalLengthMm: number,
    focalLengthIn35mmFormatMm: number,
    gpsLatitude: number.describe('Degrees, WGS 84, south negative'),
    gpsLongitude: number.describe('Degrees, WGS 84, west negative'),
    headline: text,
    title: text,
    description: text.describe('The caption'),
    altTextAccessibility: text,
    keywords: z.exactOptional(words),
    creator: z.exactOptional(words),
    creditLine: text,
    copyrightNotice: text,
    qualityRating: number.describe("A person's, 1 worst to 10 best"),
  }),
);

export const layeredMetadata = schemaOf<LayeredMetadata>()(
  z
    .strictObject({ file: photoFields, inferred: photoFields, person: photoFields })
    .describe('Who said it; field by field the later one wins'),
);
