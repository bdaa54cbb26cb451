import { inflateSync } from 'node:zlib';
import { memorySource, type ByteSource } from '../byte-source.ts';
import { MAX_BLOCK_BYTES, openByteBudget, type MetadataBlocks } from '../metadata-blocks.ts';
import { decodeText, decodeWindows1252 } from '../text-encoding.ts';

const SIGNATURE = '89504e470d0a1a0a';
const SIGNATURE_BYTES = 8;
/** Length and type before the data of a chunk, a checksum after it. */
const HEADER_BYTES = 8;
const CHECKSUM_BYTES = 4;
/** At 8 KiB of picture data each these make 8 GB; a file of empty chunks ends here. */
const MAX_CHUNKS = 1_000_000;
/** Packed texts that we have a use for: a file has a handful. */
const MAX_PACKED_TEXTS = 64;

export const isPng = (source: ByteSource): boolean => source.read(0, SIGNATURE_BYTES).toString('hex') === SIGNATURE;

/** Reads the chunks up to IEND, those after the picture data too (PNG specification 3rd ed. §11.3; exiftool's raw profiles). */
export function readPng(source: ByteSource): MetadataBlocks {
  const blocks = emptyBlocks();
  const mayRead = openByteBudget();
  const inflate = openInflater();
  let size = {};
  let isFirst = true;
  for (const { type, lengthBytes, data } of readChunks(source)) {
    if (isFirst && type !== 'IHDR') break;
    isFirst = false;
    if (type === 'IHDR' && lengthBytes >= 8)
      size = { widthPx: data().readUInt32BE(0), heightPx: data().readUInt32BE(4) };
    if (!/^(?:eXIf|tEXt|zTXt|iTXt)$/.test(type) || !mayRead(lengthBytes)) continue;
    const text = type === 'eXIf' ? undefined : readText(type, data(), inflate);
    if (type === 'eXIf') addTiff(blocks, data());
    else if (text) addText(blocks, text);
  }
  return { ...blocks, ...size };
}

type PngBlocks = ReturnType<typeof emptyBlocks>;
const emptyBlocks = () => ({
  tiff: [] as ByteSource[],
  xmp: [] as Buffer[],
  iptc: [] as Buffer[],
  photoshop: [] as Buffer[],
  pngText: new Map<string, string>(),
});

type Chunk = { readonly type: string; readonly lengthBytes: number; readonly data: () => Buffer };

function* readChunks(source: ByteSource): Generator<Chunk> {
  let at = SIGNATURE_BYTES;
  for (let count = 0; count < MAX_CHUNKS; count += 1) {
    const header = source.read(at, HEADER_BYTES);
    if (header.length < HEADER_BYTES) return;
    const lengthBytes = header.readUInt32BE(0);
    const type = header.toString('latin1', 4, 8);
    const start = at + HEADER_BYTES;
    if (type === 'IEND' || start + lengthBytes + CHECKSUM_BYTES > source.sizeBytes) return;
    yield { type, lengthBytes, data: () => source.read(start, lengthBytes) };
    at = start + lengthBytes + CHECKSUM_BYTES;
  }
}

type PngText = { readonly keyword: string; readonly bytes: Buffer; readonly isUtf8: boolean };

/** Keyword, zero, and by type: text; a method byte and packed text; flags, language, translated keyword and text. */
function readText(type: string, data: Buffer, inflate: Inflate): PngText | undefined {
  const [keywordBytes, rest] = cutAtZero(data);
  const keyword = keywordBytes.toString('latin1');
  if (rest === undefined || !isKnownKeyword(keyword)) return undefined;
  if (type === 'tEXt') return { keyword, bytes: rest, isUtf8: false };
  if (type === 'zTXt') return textOrNothing(keyword, inflate(rest.subarray(1)), false);
  const [, afterLanguage] = cutAtZero(rest.subarray(2));
  const text = afterLanguage && cutAtZero(afterLanguage)[1];
  return textOrNothing(keyword, text && rest[0] === 1 ? inflate(text) : text, true);
}

function textOrNothing(keyword: string, bytes: Buffer | undefined, isUtf8: boolean): PngText | undefined {
  return bytes && { keyword, bytes, isUtf8 };
}

const XMP_KEYWORD = 'XML:com.adobe.xmp';
const RAW_PROFILE = 'Raw profile type ';
/** Two short lines. */
const MAX_PROFILE_HEADER_BYTES = 256;
/** Keywords that PhotoFields has a place for; exiftool accepts a small first letter. */
const textKeyword = /^(?:title|author|artist|description|copyright|make|model)$/i;

const isKnownKeyword = (keyword: string): boolean =>
  keyword === XMP_KEYWORD || keyword.startsWith(RAW_PROFILE) || textKeyword.test(keyword);

function addText(blocks: PngBlocks, { keyword, bytes, isUtf8 }: PngText): void {
  if (keyword === XMP_KEYWORD) blocks.xmp.push(bytes);
  else if (keyword.startsWith(RAW_PROFILE))
    addRawProfile(blocks, keyword.slice(RAW_PROFILE.length).toLowerCase(), bytes);
  else blocks.pngText.set(keyword.toLowerCase(), isUtf8 ? decodeText(bytes) : decodeWindows1252(bytes));
}

/**
 * ImageMagick's way: a line with the name, a line with the length, then the profile in hexadecimal. A damaged digit counts as zero, so
 * that it costs its own byte and not all that follow.
 */
function addRawProfile(blocks: PngBlocks, kind: string, text: Buffer): void {
  const match = /^\n[^\n]*\n\s*\d+\n/.exec(text.toString('latin1', 0, MAX_PROFILE_HEADER_BYTES));
  if (match === null) return;
  const digits = text.toString('latin1', match[0].length).replace(/\s+/g, '');
  const profile = Buffer.from(digits.replace(/[^0-9a-fA-F]/g, '0'), 'hex');
  if (kind === 'xmp') blocks.xmp.push(profile);
  else if (kind === 'iptc') (profile[0] === 0x1c ? blocks.iptc : blocks.photoshop).push(profile);
  else if (kind === '8bim') blocks.photoshop.push(profile);
  else if (kind === 'exif' || kind === 'app1') addApp1(blocks, profile);
}

function addApp1(blocks: PngBlocks, profile: Buffer): void {
  const xmpHeader = 'http://ns.adobe.com/xap/1.0/\0';
  if (profile.toString('latin1', 0, xmpHeader.length) === xmpHeader)
    blocks.xmp.push(profile.subarray(xmpHeader.length));
  else addTiff(blocks, profile);
}

function addTiff(blocks: PngBlocks, data: Buffer): void {
  const hasHeader = data.toString('latin1', 0, 6) === 'Exif\0\0';
  blocks.tiff.push(memorySource(hasHeader ? data.subarray(6) : data));
}

type Inflate = (packed: Buffer) => Buffer | undefined;

/** Undefined when the data is damaged, would unpack beyond a block's size, or comes after too much of its kind: a bomb may be spread. */
function openInflater(): Inflate {
  const mayKeep = openByteBudget();
  let attempts = 0;
  return (packed) => {
    attempts += 1;
    if (attempts > MAX_PACKED_TEXTS) return undefined;
    try {
      const bytes = inflateSync(packed, { maxOutputLength: MAX_BLOCK_BYTES });
      return mayKeep(bytes.length) ? bytes : undefined;
    } catch {
      return undefined;
    }
  };
}

function cutAtZero(data: Buffer): readonly [Buffer, Buffer | undefined] {
  const zero = data.indexOf(0);
  return zero < 0 ? [data, undefined] : [data.subarray(0, zero), data.subarray(zero + 1)];
}
