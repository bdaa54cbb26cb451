import { decodeText } from './text-encoding.ts';

/** One value of a TIFF directory, still as bytes. */
export type TiffValue = { readonly type: TiffType; readonly bytes: Buffer; readonly littleEndian: boolean };

/** Sizes in bytes and readers of TIFF's field types: TIFF 6.0 (1–12), technical note 1 (13), BigTIFF (16–18). */
const types = {
  1: { sizeBytes: 1, read: (view) => view.getUint8(0) }, // BYTE
  2: { sizeBytes: 1, read: null }, // ASCII
  3: { sizeBytes: 2, read: (view, little) => view.getUint16(0, little) }, // SHORT
  4: { sizeBytes: 4, read: (view, little) => view.getUint32(0, little) }, // LONG
  5: { sizeBytes: 8, read: (view, little) => view.getUint32(0, little) / view.getUint32(4, little) }, // RATIONAL
  6: { sizeBytes: 1, read: (view) => view.getInt8(0) }, // SBYTE
  7: { sizeBytes: 1, read: null }, // UNDEFINED
  8: { sizeBytes: 2, read: (view, little) => view.getInt16(0, little) }, // SSHORT
  9: { sizeBytes: 4, read: (view, little) => view.getInt32(0, little) }, // SLONG
  10: { sizeBytes: 8, read: (view, little) => view.getInt32(0, little) / view.getInt32(4, little) }, // SRATIONAL
  11: { sizeBytes: 4, read: (view, little) => view.getFloat32(0, little) }, // FLOAT
  12: { sizeBytes: 8, read: (view, little) => view.getFloat64(0, little) }, // DOUBLE
  13: { sizeBytes: 4, read: (view, little) => view.getUint32(0, little) }, // IFD
  16: { sizeBytes: 8, read: (view, little) => Number(view.getBigUint64(0, little)) }, // LONG8
  17: { sizeBytes: 8, read: (view, little) => Number(view.getBigInt64(0, little)) }, // SLONG8
  18: { sizeBytes: 8, read: (view, little) => Number(view.getBigUint64(0, little)) }, // IFD8
} as const satisfies Record<number, TypeReader>;

type TypeReader = {
  readonly sizeBytes: number;
  /** Null for types whose bytes are text or opaque. A rational with denominator 0 gives an infinity or NaN. */
  readonly read: ((view: DataView, littleEndian: boolean) => number) | null;
};

export type TiffType = keyof typeof types;

export const isTiffType = (code: number): code is TiffType => Object.hasOwn(types, code);
export const sizeBytesOf = (type: TiffType): number => types[type].sizeBytes;
export const isIntegerType = (type: TiffType): boolean => ![2, 5, 7, 10, 11, 12].includes(type);

/** The numbers of a value, at most `limit`; text is read as numbers between spaces. What is no number is NaN. */
export function numbersOf(value: TiffValue, limit = 16): readonly number[] {
  const { sizeBytes, read } = readerOf(value);
  if (read === null) {
    const words = textOf(value).split(/\s+/, limit);
    return words.map((word) => (word === '' ? Number.NaN : Number(word)));
  }
  const count = Math.min(limit, Math.floor(value.bytes.length / sizeBytes));
  return Array.from({ length: count }, (_, index) => {
    const view = new DataView(value.bytes.buffer, value.bytes.byteOffset + index * sizeBytes, sizeBytes);
    return read(view, value.littleEndian);
  });
}

/** Numbers where a text belongs are a mistake; more than these say no more. */
const MAX_NUMBERS_IN_TEXT = 64;

/** ASCII ends at its first zero. Numbers where text belongs are given as exiftool gives them: between spaces. */
export function textOf(value: TiffValue): string {
  if (readerOf(value).read !== null) return numbersOf(value, MAX_NUMBERS_IN_TEXT).join(' ');
  const end = value.type === 2 ? value.bytes.indexOf(0) : -1;
  return decodeText(end < 0 ? value.bytes : value.bytes.subarray(0, end));
}

function readerOf(value: TiffValue): TypeReader {
  // One single byte of unknown type is a number for exiftool.
  return value.type === 7 && value.bytes.length === 1 ? types[1] : types[value.type];
}
