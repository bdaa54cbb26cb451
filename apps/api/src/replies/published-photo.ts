import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { qualityMeasures } from '@proofline/domain/quality.ts';
import { z } from 'zod';
import { imageReference } from './image.ts';
import { qualityBand, rating } from './quality.ts';
import { words } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

const text = z.string().nullable();
const number = z.number().nullable();

/** Everything that leaves the machine for one photo. */
export const publishedPhoto = schemaOf<PublishedPhoto>('PublishedPhoto')(
  z.strictObject({
    fileName: z.string(),
    originalFileName: z.string(),
    folderKey: z.string(),
    year: z.string().describe('The year folder on the site'),
    web: imageReference,
    thumb: imageReference,
    webUrl: z.string().describe('Public, or site-relative where no base address is set'),
    thumbUrl: z.string(),
    caption: z.string(),
    altText: z.string(),
    keywords: words,
    headline: text,
    creator: text,
    copyrightNotice: text,
    location: z.string(),
    dateTimeOriginal: text.describe('Wall time YYYY-MM-DDTHH:MM:SS'),
    offsetTimeOriginal: text,
    camera: text.describe('Canonical token, e.g. Canon_EOS_R5_Mark_II'),
    make: text,
    model: text,
    lensModel: text,
    fNumber: number,
    exposureTimeSeconds: number,
    iso: number,
    focalLengthMm: number,
    focalLengthIn35mmFormatMm: number,
    gps: z
      .strictObject({ latitude: z.number(), longitude: z.number() })
      .nullable()
      .describe("Degrees, WGS 84; only where the operator's switch lets positions out"),
    rating,
    band: qualityBand,
    measurements: z.partialRecord(z.enum(qualityMeasures), z.number()),
  }),
);
