import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { embeddableText } from './embeddable-text.ts';
import { exifFraction } from './exif-fraction.ts';
import { ascii, byte, long, rational, short, tiffBlock, undefinedBytes } from './tiff-block.ts';
import type { TiffEntry } from './tiff-block.ts';

const exifDirectory = 0x8769;
const gpsDirectory = 0x8825;

/** ISO speeds above this do not fit PhotographicSensitivity (EXIF 2.32, section 4.6.5, tag 0x8827). */
const shortMax = 65_535;

/**
 * The basic EXIF of the published picture as a TIFF block, made anew from the approved fields: nothing of the original's EXIF is copied, so
 * serial numbers, owner names, maker notes and, unless the switch is on, the position cannot slip through.
 */
export function exifBlock(photo: PublishedPhoto): Uint8Array {
  return tiffBlock(imageEntries(photo), [
    { pointerTag: exifDirectory, entries: photographEntries(photo) },
    { pointerTag: gpsDirectory, entries: positionEntries(photo.gps) },
  ]);
}

/** IFD0, with the tags that EXIF makes mandatory; the values of those say what every web JPEG is (72 per inch, centred chroma, upright). */
function imageEntries(photo: PublishedPhoto): readonly TiffEntry[] {
  return [
    ...text(0x010e, photo.caption),
    ...text(0x010f, photo.make),
    ...text(0x0110, photo.model),
    short(0x0112, 1),
    rational(0x011a, [[72, 1]]),
    rational(0x011b, [[72, 1]]),
    short(0x0128, 2),
    ...text(0x013b, photo.creator),
    short(0x0213, 1),
    ...text(0x8298, photo.copyrightNotice),
  ];
}

/** The Exif directory. ColorSpace 1 is sRGB, which the approved image is in. */
function photographEntries(photo: PublishedPhoto): readonly TiffEntry[] {
  return [
    ...fraction(0x829a, photo.exposureTimeSeconds),
    ...fraction(0x829d, photo.fNumber),
    ...sensitivity(photo.iso),
    undefinedBytes(0x9000, Buffer.from('0232', 'latin1')),
    ...text(0x9003, photo.dateTimeOriginal === null ? null : exifDateTime(photo.dateTimeOriginal)),
    ...text(0x9011, photo.offsetTimeOriginal === 'Z' ? '+00:00' : photo.offsetTimeOriginal),
    undefinedBytes(0x9101, Uint8Array.of(1, 2, 3, 0)),
    ...fraction(0x920a, photo.focalLengthMm),
    undefinedBytes(0xa000, Buffer.from('0100', 'latin1')),
    short(0xa001, 1),
    long(0xa002, photo.web.widthPx),
    long(0xa003, photo.web.heightPx),
    ...(photo.focalLengthIn35mmFormatMm === null
      ? []
      : [short(0xa405, Math.min(shortMax, Math.round(photo.focalLengthIn35mmFormatMm)))]),
    ...text(0xa434, photo.lensModel),
  ];
}

/** Above what a SHORT holds, the tag says 65535 and RecommendedExposureIndex (SensitivityType 2) has the number. */
function sensitivity(iso: number | null): readonly TiffEntry[] {
  if (iso === null) return [];
  const speed = Math.round(iso);
  if (speed <= shortMax) return [short(0x8827, speed)];
  return [short(0x8827, shortMax), short(0x8830, 2), long(0x8832, speed)];
}

function positionEntries(gps: PublishedPhoto['gps']): readonly TiffEntry[] {
  if (gps === null) return [];
  return [
    byte(0x0000, [2, 3, 0, 0]),
    ascii(0x0001, gps.latitude < 0 ? 'S' : 'N'),
    rational(0x0002, degreesMinutesSeconds(gps.latitude)),
    ascii(0x0003, gps.longitude < 0 ? 'W' : 'E'),
    rational(0x0004, degreesMinutesSeconds(gps.longitude)),
    ascii(0x0012, 'WGS-84'),
  ];
}

/** To a ten-thousandth of an arc second, about 3 mm on the ground. */
function degreesMinutesSeconds(degrees: number): readonly (readonly [number, number])[] {
  const parts = Math.round(Math.abs(degrees) * 3600 * 10_000);
  const wholeMinutes = Math.floor(parts / 600_000);
  return [
    [Math.floor(wholeMinutes / 60), 1],
    [wholeMinutes % 60, 1],
    [parts % 600_000, 10_000],
  ];
}

/** `2025-01-31T08:00:00` → `2025:01:31 08:00:00`. */
function exifDateTime(wallTime: string): string {
  return wallTime.slice(0, 19).replaceAll('-', ':').replace('T', ' ');
}

function text(tag: number, value: string | null): readonly TiffEntry[] {
  return value === null || value === '' ? [] : [ascii(tag, embeddableText(value))];
}

function fraction(tag: number, value: number | null): readonly TiffEntry[] {
  return value === null ? [] : [rational(tag, [exifFraction(value)])];
}
