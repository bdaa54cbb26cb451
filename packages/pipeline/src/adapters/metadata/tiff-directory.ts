import type { ByteSource } from './byte-source.ts';
import { openByteBudget } from './metadata-blocks.ts';
import { isIntegerType, isTiffType, numbersOf, sizeBytesOf, type TiffValue } from './tiff-value.ts';

/** The directories that describe the photo itself; thumbnails (IFD1) and maker notes are left alone. */
export type TiffTags = { readonly [Name in DirectoryName]: ReadonlyMap<number, TiffValue> };

const EXIF_IFD_POINTER = 0x8769;
const GPS_IFD_POINTER = 0x8825;

/** A directory this long is damage, not a photo's. Ordinary ones have some dozens. */
const MAX_ENTRIES = 4096;
/** The pointers can chain directories; real files have three. */
const MAX_DIRECTORIES = 16;
/** As exiftool: a directory with more broken entries is given up where it stands. */
const MAX_BROKEN_ENTRIES = 10;

/**
 * Reads IFD0, ExifIFD and GPS of a TIFF structure, classic or BigTIFF (TIFF 6.0; EXIF 2.32 §4.6), and of these only `wanted`
 * tags. A loop of pointers ends at the first directory seen twice. Null when the source is no TIFF structure.
 *
 * What counts as broken follows exiftool's ProcessExif, since its reading is what ours is measured by: a value outside the data,
 * inside the header or across its own directory is no value; a first entry of unknown type is no directory.
 */
export function readTiffTags(source: ByteSource, wanted: ReadonlySet<number>): TiffTags | null {
  const layout = readLayout(source);
  if (layout === null) return null;
  const tags = {
    ifd0: new Map<number, TiffValue>(),
    exif: new Map<number, TiffValue>(),
    gps: new Map<number, TiffValue>(),
  };
  const queue: Pointer[] = [{ name: 'ifd0', offset: layout.firstDirectory }];
  const seen = new Set<number>();
  const mayRead = openByteBudget();
  for (let next = queue.shift(); next !== undefined && seen.size < MAX_DIRECTORIES; next = queue.shift()) {
    if (seen.has(next.offset)) continue;
    seen.add(next.offset);
    for (const { tag, value } of readDirectory(source, layout, next.offset, { wanted, mayRead })) {
      const pointsTo = next.name === 'gps' ? undefined : pointers.get(tag);
      if (pointsTo === undefined) keepTag(tags[next.name], tag, value);
      else if (isIntegerType(value.type)) queue.push({ name: pointsTo, offset: numbersOf(value, 1)[0] ?? 0 });
    }
  }
  return tags;
}

/** Adds a tag that may be there already, from another entry or another EXIF block: the last one counts, as in exiftool. */
export function keepTag(directory: Map<number, TiffValue>, tag: number, value: TiffValue): void {
  if (!(firstOneCounts.has(tag) && directory.has(tag))) directory.set(tag, value);
}

/** ImageWidth, ImageLength, ImageDescription and Orientation: exiftool gives these the lowest priority, so a repeat changes nothing. */
const firstOneCounts = new Set([0x100, 0x101, 0x10e, 0x112]);

const pointers = new Map<number, DirectoryName>([
  [EXIF_IFD_POINTER, 'exif'],
  [GPS_IFD_POINTER, 'gps'],
]);

type DirectoryName = 'ifd0' | 'exif' | 'gps';
type Pointer = { readonly name: DirectoryName; readonly offset: number };
type Selection = { readonly wanted: ReadonlySet<number>; readonly mayRead: (lengthBytes: number) => boolean };
type Entry = { readonly tag: number; readonly value: TiffValue };
type Layout = { readonly littleEndian: boolean; readonly big: boolean; readonly firstDirectory: number };

function readLayout(source: ByteSource): Layout | null {
  const header = source.read(0, 16);
  const order = header.toString('latin1', 0, 2);
  if (header.length < 8 || (order !== 'II' && order !== 'MM')) return null;
  const numbers = numberReader(header, order === 'II');
  const big = numbers.uint16(2) === 43 && header.length === 16;
  const firstDirectory = big ? numbers.uint64(8) : numbers.uint32(4);
  return firstDirectory < 8 ? null : { littleEndian: order === 'II', big, firstDirectory };
}

function* readDirectory(
  source: ByteSource,
  layout: Layout,
  offset: number,
  { wanted, mayRead }: Selection,
): Generator<Entry> {
  const { big, littleEndian } = layout;
  const countBytes = big ? 8 : 2;
  const entryBytes = big ? 20 : 12;
  const head = source.read(offset, countBytes);
  if (head.length < countBytes) return;
  const count = big ? numberReader(head, littleEndian).uint64(0) : numberReader(head, littleEndian).uint16(0);
  if (count > MAX_ENTRIES) return;
  const directory = { start: offset, end: offset + countBytes + count * entryBytes };
  const entries = source.read(offset + countBytes, count * entryBytes);
  if (entries.length < count * entryBytes || !endsWell(source.sizeBytes - directory.end, big)) return;

  const numbers = numberReader(entries, littleEndian);
  let broken = 0;
  for (let at = 0; at < entries.length && broken <= MAX_BROKEN_ENTRIES; at += entryBytes) {
    const type = numbers.uint16(at + 2);
    if (!isTiffType(type) || (!big && type > 13)) {
      if (at === 0) return;
      if (type !== 0) broken += 1;
      continue;
    }
    const inlineBytes = big ? 8 : 4;
    const valueAt = at + entryBytes - inlineBytes;
    const sizeBytes = (big ? numbers.uint64(at + 4) : numbers.uint32(at + 4)) * sizeBytesOf(type);
    const tag = numbers.uint16(at);
    if (sizeBytes <= inlineBytes) {
      const bytes = entries.subarray(valueAt, valueAt + sizeBytes);
      if (isWanted(tag, wanted)) yield { tag, value: { type, bytes, littleEndian } };
      continue;
    }
    const valueOffset = big ? numbers.uint64(valueAt) : numbers.uint32(valueAt);
    if (!isPlausible(valueOffset, sizeBytes, directory, source.sizeBytes)) broken += 1;
    else if (isWanted(tag, wanted) && mayRead(sizeBytes))
      yield { tag, value: { type, bytes: source.read(valueOffset, sizeBytes), littleEndian } };
  }
}

/** A classic directory is followed by the four bytes of the next one's offset; exiftool allows two or none, but no other rest. */
function endsWell(bytesAfter: number, big: boolean): boolean {
  return big || bytesAfter >= 4 || bytesAfter === 2 || bytesAfter === 0;
}

const isWanted = (tag: number, wanted: ReadonlySet<number>): boolean => wanted.has(tag) || pointers.has(tag);

function isPlausible(
  offset: number,
  sizeBytes: number,
  directory: { readonly start: number; readonly end: number },
  sourceBytes: number,
): boolean {
  const acrossDirectory = offset < directory.end && offset + sizeBytes > directory.start;
  return offset >= 8 && offset + sizeBytes <= sourceBytes && !acrossDirectory;
}

function numberReader(bytes: Buffer, littleEndian: boolean) {
  return {
    uint16: (at: number) => (littleEndian ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    uint32: (at: number) => (littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
    uint64: (at: number) => Number(littleEndian ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at)),
  };
}
