/**
 * Writer for the TIFF structure that EXIF is made of (TIFF 6.0, section 2; EXIF 2.32, section 4.6), little-endian. Directories hold each tag
 * once, in ascending order; values above four bytes stand behind their directory.
 */
export type TiffEntry = {
  readonly tag: number;
  readonly type: number;
  /** Number of values, not of bytes. */
  readonly count: number;
  readonly value: Uint8Array;
};

/** A directory below IFD0 and the tag of IFD0 that points to it. */
export type TiffSubdirectory = { readonly pointerTag: number; readonly entries: readonly TiffEntry[] };

const headerBytes = 8;
const entryBytes = 12;

export function tiffBlock(entries: readonly TiffEntry[], subdirectories: readonly TiffSubdirectory[]): Uint8Array {
  const present = subdirectories.filter((directory) => directory.entries.length > 0);
  const placeholders = present.map((directory) => long(directory.pointerTag, 0));
  let offset = headerBytes + directoryBytes([...entries, ...placeholders]).length;
  const pointers: TiffEntry[] = [];
  const blocks: Uint8Array[] = [];
  for (const directory of present) {
    const block = directoryBytes(directory.entries, offset);
    pointers.push(long(directory.pointerTag, offset));
    blocks.push(block);
    offset += block.length;
  }
  const header = Buffer.from([0x49, 0x49, 0x2a, 0x00, headerBytes, 0, 0, 0]);
  return Buffer.concat([header, directoryBytes([...entries, ...pointers], headerBytes), ...blocks]);
}

export function byte(tag: number, values: readonly number[]): TiffEntry {
  return { tag, type: 1, count: values.length, value: Uint8Array.from(values) };
}

/** Zero-terminated. UTF-8 where the text is not ASCII, as the Metadata Working Group's guidelines (2.0, section 2.2) ask. */
export function ascii(tag: number, text: string): TiffEntry {
  const value = Buffer.from(`${text}\0`, 'utf8');
  return { tag, type: 2, count: value.length, value };
}

export function short(tag: number, number: number): TiffEntry {
  const value = Buffer.alloc(2);
  value.writeUInt16LE(number);
  return { tag, type: 3, count: 1, value };
}

export function long(tag: number, number: number): TiffEntry {
  const value = Buffer.alloc(4);
  value.writeUInt32LE(number);
  return { tag, type: 4, count: 1, value };
}

export function rational(tag: number, fractions: readonly (readonly [number, number])[]): TiffEntry {
  const value = Buffer.alloc(fractions.length * 8);
  for (const [index, [numerator, denominator]] of fractions.entries()) {
    value.writeUInt32LE(numerator, index * 8);
    value.writeUInt32LE(denominator, index * 8 + 4);
  }
  return { tag, type: 5, count: fractions.length, value };
}

export function undefinedBytes(tag: number, value: Uint8Array): TiffEntry {
  return { tag, type: 7, count: value.length, value };
}

/** Count, entries, offset of the next directory (none), then the long values, each on an even offset as TIFF asks. */
function directoryBytes(entries: readonly TiffEntry[], offset = 0): Buffer {
  const fixedBytes = 2 + entries.length * entryBytes + 4;
  const fixed = Buffer.alloc(fixedBytes);
  const values: Uint8Array[] = [];
  let valueOffset = offset + fixedBytes;
  fixed.writeUInt16LE(entries.length);
  for (const [index, entry] of entries.toSorted((a, b) => a.tag - b.tag).entries()) {
    const at = 2 + index * entryBytes;
    fixed.writeUInt16LE(entry.tag, at);
    fixed.writeUInt16LE(entry.type, at + 2);
    fixed.writeUInt32LE(entry.count, at + 4);
    if (entry.value.length <= 4) {
      fixed.set(entry.value, at + 8);
      continue;
    }
    fixed.writeUInt32LE(valueOffset, at + 8);
    const padded = entry.value.length % 2 === 0 ? entry.value : Buffer.concat([entry.value, Uint8Array.of(0)]);
    values.push(padded);
    valueOffset += padded.length;
  }
  return Buffer.concat([fixed, ...values]);
}
