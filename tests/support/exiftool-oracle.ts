import type { PhotoField, PhotoFields } from '@proofline/domain/photo-metadata.ts';

/** One file's row of `exiftool -j -n -G1`: values by `Group:Tag`. */
export type ExiftoolRow = Readonly<Record<string, unknown>>;

/**
 * Says where `fields` differs from what exiftool reads, one line for each field; empty when they agree. A value that only one of
 * the two holds is a difference. Written from exiftool's tag names alone and shares no code with the reader that it judges.
 */
export function exiftoolDisagreements(fields: PhotoFields, row: ExiftoolRow): string[] {
  const expected = expectedFields(row);
  const names = new Set([...Object.keys(expected), ...Object.keys(fields)]) as Set<PhotoField>;
  names.delete('qualityRating');
  return [...names]
    .filter((name) => !agree(fields[name], expected[name]))
    .map((name) => `${name}: ours ${JSON.stringify(fields[name])}, exiftool's ${JSON.stringify(expected[name])}`);
}

/**
 * What exiftool's row means for each field. The order of groups is our precedence (reconcile-fields.ts); the rules for values are those
 * of PhotoFields: a blank text, a date that no calendar has, an orientation beyond 8, a quotient of zeros say nothing.
 */
function expectedFields(row: ExiftoolRow): PhotoFields {
  const text = (...tags: string[]) => first(tags, (tag) => asText(row[tag]));
  const number = (...tags: string[]) => first(tags, (tag) => asNumber(row[tag]));
  const languages = (tag: string) => Object.keys(row).filter((name) => name.startsWith(`${tag}-`));
  const localText = (tag: string) => text(tag, ...languages(tag));
  const list = (...tags: string[]) => first(tags, (tag) => asList(row[tag]));
  const artist = text('IFD0:Artist', 'ExifIFD:Artist')?.split('; ');
  return withoutUndefined({
    make: text('IFD0:Make', 'ExifIFD:Make', 'XMP-tiff:Make', 'PNG:Make'),
    model: text('IFD0:Model', 'ExifIFD:Model', 'XMP-tiff:Model', 'PNG:Model'),
    lensModel: text('ExifIFD:LensModel', 'IFD0:LensModel', 'XMP-exifEX:LensModel', 'XMP-microsoft:LensModel'),
    ...expectedTime(row),
    orientation: first(['IFD0:Orientation', 'ExifIFD:Orientation', 'XMP-tiff:Orientation'], (tag) =>
      asOrientation(row[tag]),
    ),
    ...expectedSize(row),
    fNumber: number('ExifIFD:FNumber', 'IFD0:FNumber', 'XMP-exif:FNumber'),
    exposureTimeSeconds: number('ExifIFD:ExposureTime', 'IFD0:ExposureTime', 'XMP-exif:ExposureTime'),
    iso: number('ExifIFD:ISO', 'IFD0:ISO', 'XMP-exif:ISO', 'XMP-exifEX:PhotographicSensitivity'),
    focalLengthMm: number('ExifIFD:FocalLength', 'IFD0:FocalLength', 'XMP-exif:FocalLength'),
    focalLengthIn35mmFormatMm: number(
      'ExifIFD:FocalLengthIn35mmFormat',
      'IFD0:FocalLengthIn35mmFormat',
      'XMP-exif:FocalLengthIn35mmFormat',
    ),
    ...expectedPlace(row),
    headline: text('XMP-photoshop:Headline', 'IPTC:Headline'),
    title: localText('XMP-dc:Title') ?? text('IPTC:ObjectName', 'PNG:Title'),
    description:
      localText('XMP-dc:Description') ??
      text('IPTC:Caption-Abstract', 'IFD0:ImageDescription', 'ExifIFD:ImageDescription', 'PNG:Description'),
    altTextAccessibility: localText('XMP-iptcCore:AltTextAccessibility'),
    keywords: list('XMP-dc:Subject', 'IPTC:Keywords'),
    creator: list('XMP-dc:Creator', 'IPTC:By-line') ?? artist ?? list('PNG:Author', 'PNG:Artist'),
    creditLine: text('XMP-photoshop:Credit', 'IPTC:Credit'),
    copyrightNotice:
      localText('XMP-dc:Rights') ??
      text('IPTC:CopyrightNotice', 'IFD0:Copyright', 'ExifIFD:Copyright', 'PNG:Copyright'),
  });
}

type ExpectedTime = Pick<PhotoFields, 'dateTimeOriginal' | 'offsetTimeOriginal' | 'subSecTimeOriginal'>;

/** Offset and fraction belong to the time that they stand with; without any time they count alone. */
function expectedTime(row: ExiftoolRow): ExpectedTime {
  const exif = exifTime(row);
  const iptc = asText(row['IPTC:DateCreated']) && asText(row['IPTC:TimeCreated']);
  const others = [
    xmpTime(row),
    iptc ? asTime(`${String(row['IPTC:DateCreated'])} ${String(row['IPTC:TimeCreated'])}`) : {},
    asTime(asText(row['XMP-photoshop:DateCreated'])),
  ];
  const candidates = [exif, ...others];
  return (
    candidates.find((time) => time.dateTimeOriginal) ?? candidates.find((time) => Object.keys(time).length > 0) ?? {}
  );
}

function exifTime(row: ExiftoolRow): ExpectedTime {
  const of = (name: string) => asText(row[`ExifIFD:${name}`]) ?? asText(row[`IFD0:${name}`]);
  const time = asTime(of('DateTimeOriginal'));
  return withoutUndefined({
    ...time,
    offsetTimeOriginal: asOffset(of('OffsetTimeOriginal')) ?? time.offsetTimeOriginal,
    subSecTimeOriginal: asDigits(of('SubSecTimeOriginal')) ?? time.subSecTimeOriginal,
  });
}

function xmpTime(row: ExiftoolRow): ExpectedTime {
  const time = asTime(asText(row['XMP-exif:DateTimeOriginal']));
  return withoutUndefined({
    ...time,
    offsetTimeOriginal: time.offsetTimeOriginal ?? asOffset(asText(row['XMP-exif:OffsetTimeOriginal'])),
    subSecTimeOriginal: time.subSecTimeOriginal ?? asDigits(asText(row['XMP-exif:SubSecTimeOriginal'])),
  });
}

function expectedSize(row: ExiftoolRow): Pick<PhotoFields, 'widthPx' | 'heightPx'> {
  const groups = [
    'File',
    'PNG',
    'RIFF',
    'GIF',
    ...(/^(?:TIFF|BTF|DNG|CR2|ARW)$/.test(String(row['File:FileType'])) ? ['IFD0'] : []),
  ];
  const group = groups.find((name) => Number(row[`${name}:ImageWidth`]) > 0 && Number(row[`${name}:ImageHeight`]) > 0);
  return group === undefined
    ? {}
    : { widthPx: Number(row[`${group}:ImageWidth`]), heightPx: Number(row[`${group}:ImageHeight`]) };
}

/** exiftool's Composite has the sign of EXIF's place; in XMP the sign is part of the value. */
function expectedPlace(row: ExiftoolRow): Pick<PhotoFields, 'gpsLatitude' | 'gpsLongitude'> {
  const exif = {
    gpsLatitude: within(signed(row, 'GPSLatitude', /^S/i), 90),
    gpsLongitude: within(signed(row, 'GPSLongitude', /^W/i), 180),
  };
  if (exif.gpsLatitude !== undefined || exif.gpsLongitude !== undefined) return withoutUndefined(exif);
  return withoutUndefined({
    gpsLatitude: within(asNumber(row['XMP-exif:GPSLatitude'], -90), 90),
    gpsLongitude: within(asNumber(row['XMP-exif:GPSLongitude'], -180), 180),
  });
}

function signed(row: ExiftoolRow, name: string, negative: RegExp): number | undefined {
  const reference = row[`GPS:${name}Ref`];
  const degrees = asNumber(row[`GPS:${name}`], -360);
  if (typeof reference !== 'string' || degrees === undefined) return undefined;
  return negative.test(reference) ? -degrees : degrees;
}

const within = (value: number | undefined, limit: number) =>
  value !== undefined && Math.abs(value) <= limit ? value : undefined;

function first<T>(tags: readonly string[], read: (tag: string) => T | undefined): T | undefined {
  for (const tag of tags) {
    const value = read(tag);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** exiftool's JSON turns text that looks like a number into one. A list where one text belongs counts by its first. */
function asText(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one !== 'string' && typeof one !== 'number') return undefined;
  const text = String(one).replaceAll('\0', '').replaceAll('\r\n', '\n').trim();
  return text === '' ? undefined : text;
}

function asList(value: unknown): readonly string[] | undefined {
  const texts = (Array.isArray(value) ? value : [value]).map(asText).filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts;
}

/** The first number of a list such as `200 0`; `undef`, `inf` and words are none. */
function asNumber(value: unknown, least = 0): number | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  const word = typeof one === 'string' ? one.trim().split(/[\s,]+/)[0] : one;
  const number = word === '' || word === undefined ? Number.NaN : Number(word);
  return Number.isFinite(number) && number >= least ? number : undefined;
}

function asOrientation(value: unknown): number | undefined {
  const number = asNumber(value);
  return number !== undefined && [1, 2, 3, 4, 5, 6, 7, 8].includes(number) ? number : undefined;
}

function asTime(text: string | undefined): ExpectedTime {
  const match =
    /^(\d{4}).(\d\d?| \d).(\d\d?| \d)[ T](\d\d?| \d):(\d\d?| \d)(?::(\d\d?| \d))?(?:[.](\d+))?\s*(Z|[+-]\d\d:\d\d)?$/.exec(
      text ?? '',
    );
  if (match === null) return {};
  const [, year, month, day, hour, minute, second = '00', fraction, offset] = match;
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const isReal =
    Number(year) > 0 &&
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysInMonth &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60;
  if (!isReal) return {};
  return withoutUndefined({
    dateTimeOriginal: `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`,
    offsetTimeOriginal: asOffset(offset),
    subSecTimeOriginal: fraction,
  });
}

const two = (digits = '') => String(Number(digits)).padStart(2, '0');

const asOffset = (text: string | undefined) => /^(?:Z|[+-]\d\d:[0-5]\d)$/.exec(text ?? '')?.[0];
const asDigits = (text: string | undefined) => /^\d{1,9}$/.exec(text ?? '')?.[0];

/** Fractions that both round to the same ten digits are one value: exiftool keeps no more of a rational. */
const RELATIVE_TOLERANCE = 1e-9;

function agree(ours: unknown, theirs: unknown): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number')
    return Math.abs(ours - theirs) <= RELATIVE_TOLERANCE * Math.max(1, Math.abs(theirs));
  if (typeof ours === 'string' && typeof theirs === 'string') return sameText(ours, theirs);
  if (Array.isArray(ours) && Array.isArray(theirs))
    return ours.length === theirs.length && ours.every((item, index) => agree(item, theirs[index]));
  return ours === theirs;
}

/**
 * exiftool's JSON has `?` for each byte that is not UTF-8, where we read Windows-1252: there any one character beyond ASCII agrees.
 * Nothing else may differ.
 */
function sameText(ours: string, theirs: string): boolean {
  if (ours === theirs) return true;
  return (
    ours.length === theirs.length &&
    Array.from({ length: theirs.length }, (_, at) => at).every(
      (at) => theirs[at] === ours[at] || (theirs[at] === '?' && ours.charCodeAt(at) > 0x7f),
    )
  );
}

function withoutUndefined<T extends object>(object: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}
