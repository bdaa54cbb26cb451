import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { coordinate, defined, orientation, quantity } from './plausible-value.ts';
import { cleanList, cleanText } from './text-encoding.ts';
import { readOffset, readSubSeconds, readWallTime } from './wall-time.ts';
import type { XmpProperties } from './xmp-packet.ts';
import { xmpText, xmpTexts } from './xmp-properties.ts';

/** What XMP says of the photo, under the properties of the house glossary (XMP part 2; CIPA DC-010 for camera data). */
export function xmpFields(properties: XmpProperties): PhotoFields {
  const text = (name: string) => cleanText(xmpText(properties, name));
  const list = (name: string) => cleanList(xmpTexts(properties, name));
  const number = (name: string) => quantity(readNumber(text(name)));
  const time = readWallTime(text('exif:DateTimeOriginal'));
  return defined({
    make: text('tiff:Make'),
    model: text('tiff:Model'),
    lensModel: text('exifEX:LensModel') ?? text('MicrosoftPhoto:LensModel'),
    ...time,
    offsetTimeOriginal: time.offsetTimeOriginal ?? readOffset(text('exif:OffsetTimeOriginal')),
    subSecTimeOriginal: time.subSecTimeOriginal ?? readSubSeconds(text('exif:SubSecTimeOriginal')),
    orientation: orientation(readNumber(text('tiff:Orientation'))),
    fNumber: number('exif:FNumber'),
    exposureTimeSeconds: number('exif:ExposureTime'),
    iso: quantity(readNumber(list('exif:ISOSpeedRatings')?.[0])) ?? number('exifEX:PhotographicSensitivity'),
    focalLengthMm: number('exif:FocalLength'),
    focalLengthIn35mmFormatMm: number('exif:FocalLengthIn35mmFilm'),
    gpsLatitude: readCoordinate(text('exif:GPSLatitude'), 90),
    gpsLongitude: readCoordinate(text('exif:GPSLongitude'), 180),
    headline: text('photoshop:Headline'),
    title: text('dc:title'),
    description: text('dc:description'),
    altTextAccessibility: text('Iptc4xmpCore:AltTextAccessibility'),
    keywords: list('dc:subject'),
    creator: list('dc:creator'),
    creditLine: text('photoshop:Credit'),
    copyrightNotice: text('dc:rights'),
  });
}

/** IPTC's Date Created in its XMP form: the same moment as DateTimeOriginal for a photo that was taken, not scanned. */
export function xmpDateCreated(properties: XmpProperties): PhotoFields {
  return readWallTime(cleanText(xmpText(properties, 'photoshop:DateCreated')));
}

/** `28/10`, `2.8` or, in a list, the first of several. */
function readNumber(text: string | undefined): number | undefined {
  const match = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)(?:\/(-?\d+))?(?:[,\s]|$)/.exec(text ?? '');
  if (match === null) return undefined;
  return Number(match[1]) / Number(match[2] ?? 1);
}

/** `41,24,30N`, `41,24.5N` (XMP part 2, GPSCoordinate) or signed decimal degrees. */
function readCoordinate(text: string | undefined, limit: number): number | undefined {
  const [degrees = Number.NaN, minutes = 0, seconds = 0] = (
    text?.match(/[+-]?(?=\d|\.\d)\d*(?:\.\d*)?(?:[eE][+-]\d+)?/g) ?? []
  ).map(Number);
  const value = degrees + (minutes + seconds / 60) / 60;
  return coordinate(/[SW]$/i.test(text ?? '') ? -value : value, limit);
}
