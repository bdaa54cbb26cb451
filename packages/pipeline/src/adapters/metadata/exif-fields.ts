import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { cleanList, cleanText, decodeText } from './text-encoding.ts';
import type { TiffTags } from './tiff-directory.ts';
import { numbersOf, textOf, type TiffValue } from './tiff-value.ts';
import { readOffset, readSubSeconds, readWallTime } from './wall-time.ts';
import { coordinate, defined, orientation, quantity } from './plausible-value.ts';

/** Tags of EXIF 2.32 (§4.6) and TIFF 6.0 by number. */
const tag = {
  imageDescription: 0x10e,
  make: 0x10f,
  model: 0x110,
  orientation: 0x112,
  artist: 0x13b,
  copyright: 0x8298,
  exposureTime: 0x829a,
  fNumber: 0x829d,
  photographicSensitivity: 0x8827,
  dateTimeOriginal: 0x9003,
  offsetTimeOriginal: 0x9011,
  subSecTimeOriginal: 0x9291,
  focalLength: 0x920a,
  focalLengthIn35mmFilm: 0xa405,
  lensModel: 0xa434,
} as const;

const gpsTag = { latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4 } as const;

export const exifTags: ReadonlySet<number> = new Set([...Object.values(tag), ...Object.values(gpsTag)]);

/** What EXIF says of the photo. Each tag counts from either directory; its own one (EXIF 2.32 tables 4 and 7) first. */
export function exifFields(tags: TiffTags): PhotoFields {
  const inIfd0 = (number: number) => tags.ifd0.get(number) ?? tags.exif.get(number);
  const inExif = (number: number) => tags.exif.get(number) ?? tags.ifd0.get(number);
  const text = (value: TiffValue | undefined) => cleanText(value && textOf(value));
  const number = (value: TiffValue | undefined) => value && numbersOf(value, 1)[0];
  const time = readWallTime(text(inExif(tag.dateTimeOriginal)));
  return defined({
    make: text(inIfd0(tag.make)),
    model: text(inIfd0(tag.model)),
    lensModel: text(inExif(tag.lensModel)),
    ...time,
    offsetTimeOriginal: readOffset(text(inExif(tag.offsetTimeOriginal))) ?? time.offsetTimeOriginal,
    subSecTimeOriginal: readSubSeconds(text(inExif(tag.subSecTimeOriginal))) ?? time.subSecTimeOriginal,
    orientation: orientation(number(inIfd0(tag.orientation))),
    fNumber: quantity(number(inExif(tag.fNumber))),
    exposureTimeSeconds: quantity(number(inExif(tag.exposureTime))),
    iso: quantity(number(inExif(tag.photographicSensitivity))),
    focalLengthMm: quantity(number(inExif(tag.focalLength))),
    focalLengthIn35mmFormatMm: quantity(number(inExif(tag.focalLengthIn35mmFilm))),
    gpsLatitude: gpsCoordinate(tags.gps.get(gpsTag.latitude), tags.gps.get(gpsTag.latitudeRef), 90),
    gpsLongitude: gpsCoordinate(tags.gps.get(gpsTag.longitude), tags.gps.get(gpsTag.longitudeRef), 180),
    description: text(inIfd0(tag.imageDescription)),
    creator: creators(text(inIfd0(tag.artist))),
    copyrightNotice: copyright(inIfd0(tag.copyright)),
  });
}

/** Degrees, minutes and seconds, of which the last two may be missing; unsigned. Without N/S or E/W the place is not known. */
function gpsCoordinate(
  value: TiffValue | undefined,
  reference: TiffValue | undefined,
  limit: number,
): number | undefined {
  if (value === undefined || reference === undefined) return undefined;
  const [degrees = Number.NaN, minutes = 0, seconds = 0] = numbersOf(value, 3);
  const sign = /^[SW]/i.test(textOf(reference)) ? -1 : 1;
  return coordinate(sign * Math.abs(degrees + (minutes + seconds / 60) / 60), limit);
}

/**
 * EXIF has one line for several creators; the Metadata Working Group (guidelines 2.0, "Creator") separates them by semicolon and
 * space and quotes a name that contains that.
 */
function creators(artist: string | undefined): readonly string[] | undefined {
  const names: string[] = [];
  let isOpen = false;
  for (const part of artist?.split('; ') ?? []) {
    if (isOpen) names.push(`${names.pop() ?? ''}; ${part}`);
    else names.push(part);
    isOpen = isOpen ? !endsQuote(part) : part.startsWith('"') && !endsQuote(part.slice(1));
  }
  return cleanList(names.map(unquote));
}

/** An odd number of quotation marks: two of them stand for one of the name. */
function endsQuote(part: string): boolean {
  let end = part.length;
  while (end > 0 && part[end - 1] === '"') end -= 1;
  return (part.length - end) % 2 === 1;
}

const unquote = (name: string): string => (/^".*"$/s.test(name) ? name.slice(1, -1).replaceAll('""', '"') : name);

/** The photographer's notice and the editor's, each ended by a zero (EXIF 2.32 §4.6.4, Copyright): one line each. */
function copyright(value: TiffValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  const notices = decodeText(value.bytes)
    .split('\0', 2)
    .map((notice) => notice.trimEnd());
  return cleanText(notices.join('\n'));
}
