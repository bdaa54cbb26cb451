import { memorySource, type ByteSource } from '../byte-source.ts';
import { MAX_BLOCK_BYTES, openByteBudget, type MetadataBlocks } from '../metadata-blocks.ts';

/** Markers of ITU-T T.81 table B.1 and what APP segments start with. */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const APP13 = 0xed;
const XMP_HEADER = 'http://ns.adobe.com/xap/1.0/\0';
const EXTENDED_XMP_HEADER = 'http://ns.adobe.com/xmp/extension/\0';
const PHOTOSHOP_HEADER = 'Photoshop 3.0\0';
const OLD_PHOTOSHOP_HEADER_BYTES = 27;
/** Some writers put up to four bytes before `Exif` or leave its second zero out. */
const EXIF_HEADER = /^[^]{0,4}Exif\0[^]/i;
const EXIF_HEADER_BYTES = 6;

/** Garbage before the picture that exiftool still looks through. */
const MAX_HEADER_BYTES = 1024;
/** A file of nothing but tiny segments would keep the reader busy; real ones have some dozens, a large ICC or XMP some thousands. */
const MAX_SEGMENTS = 65_536;

/** Where the picture starts; undefined when these are not the bytes of a JPEG. */
export function findJpegStart(source: ByteSource): number | undefined {
  const at = source.read(0, MAX_HEADER_BYTES + 3).indexOf(Buffer.from([0xff, SOI, 0xff]));
  return at < 0 ? undefined : at;
}

/** Reads the segments before the compressed picture, in any order and with anything between them. */
export function readJpeg(source: ByteSource, start: number): MetadataBlocks {
  const blocks = { tiff: [] as ByteSource[], xmp: [] as Buffer[], iptc: [], photoshop: [] as Buffer[] };
  const extended = new Map<string, ExtendedXmp>();
  let size = {};
  const segments = joinParts([...readSegments(source, start + 2)]);
  for (const { marker, data } of segments) {
    if (isFrameHeader(marker) && data.length >= 6) size = frameSize(data);
    if (marker === APP13 && isPhotoshop(data)) blocks.photoshop.push(data.subarray(photoshopHeaderBytes(data)));
    if (marker !== APP1) continue;
    if (isExif(data)) blocks.tiff.push(memorySource(data.subarray(exifHeaderBytes(data))));
    else if (startsWith(data, EXTENDED_XMP_HEADER)) addExtendedXmp(extended, data);
    else if (looksLikeXmp(data))
      blocks.xmp.push(startsWith(data, XMP_HEADER) ? data.subarray(XMP_HEADER.length) : data);
  }
  return { ...blocks, ...size, extendedXmp: completeXmp(extended) };
}

type Segment = { readonly marker: number; readonly data: Buffer };

/**
 * The segments up to the compressed picture. As with exiftool a segment counts once the one after it is whole: a file that breaks
 * off inside its headers loses the last of them.
 */
function* readSegments(source: ByteSource, start: number): Generator<Segment> {
  let at = start;
  let waiting: Segment | undefined;
  const mayRead = openByteBudget();
  for (let count = 0; count < MAX_SEGMENTS; count += 1) {
    at = nextMarker(source, at);
    const head = source.read(at, 3);
    const marker = head[0];
    if (marker === undefined) return;
    if (isStandalone(marker)) {
      if (marker === EOI) break;
      at += 1;
      continue;
    }
    const length = head.length < 3 ? 0 : head.readUInt16BE(1);
    if (length < 2 || at + 1 + length > source.sizeBytes) return;
    if (waiting !== undefined) yield waiting;
    waiting = undefined;
    if (marker === SOS) return;
    const isRead = (isFrameHeader(marker) || marker === APP1 || marker === APP13) && mayRead(length);
    waiting = { marker, data: isRead ? source.read(at + 3, length - 2) : Buffer.alloc(0) };
    at += 1 + length;
  }
  if (waiting !== undefined) yield waiting;
}

/** Position of the byte after the next run of 0xFF; what lies between segments is skipped. */
function nextMarker(source: ByteSource, start: number): number {
  let at = start;
  let inMarker = false;
  for (;;) {
    const chunk = source.read(at, 512);
    if (chunk.length === 0) return source.sizeBytes;
    const skipped: number = inMarker ? 0 : chunk.indexOf(0xff);
    const end = skipped < 0 ? -1 : chunk.findIndex((byte, index) => index >= skipped && byte !== 0xff);
    if (end >= 0) return at + end;
    inMarker = skipped >= 0;
    at += chunk.length;
  }
}

/** TEM, RSTn, SOI, EOI and the escaped 0xFF00 have no length. */
function isStandalone(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= EOI);
}

/** SOF0–SOF15 without DHT, JPG and DAC. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function frameSize(data: Buffer): { readonly widthPx?: number; readonly heightPx?: number } {
  return { heightPx: data.readUInt16BE(1), widthPx: data.readUInt16BE(3) };
}

/**
 * One block may be cut into neighbouring segments. Photoshop resources repeat their header; EXIF beyond 64 KiB does too, and shows
 * itself as a continuation by lacking the TIFF signature.
 */
function joinParts(segments: readonly Segment[]): readonly Segment[] {
  const joined: { marker: number; parts: Buffer[] }[] = [];
  for (const { marker, data } of segments) {
    const last = joined.at(-1);
    const first = last?.parts[0];
    if (last && first && last.marker === marker && continues(first, data))
      last.parts.push(data.subarray(headerBytes(data)));
    else joined.push({ marker, parts: [data] });
  }
  return joined.map(({ marker, parts }) => ({
    marker,
    data: parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts),
  }));
}

function continues(first: Buffer, next: Buffer): boolean {
  if (isPhotoshop(first)) return startsWith(next, PHOTOSHOP_HEADER);
  return isExif(first) && startsWith(next, 'Exif\0\0') && !/^(?:II\*\0|MM\0\*)/.test(next.toString('latin1', 6, 10));
}

const headerBytes = (data: Buffer): number => (isExif(data) ? EXIF_HEADER_BYTES : PHOTOSHOP_HEADER.length);

const isExif = (data: Buffer): boolean => EXIF_HEADER.test(data.toString('latin1', 0, 10));
const exifHeaderBytes = (data: Buffer): number => data.toString('latin1', 0, 10).search(/exif/i) + EXIF_HEADER_BYTES;

const isPhotoshop = (data: Buffer): boolean =>
  /^(?:Photoshop 3\.0\0|Adobe_Photoshop2\.5:)/.test(data.toString('latin1', 0, 20));
const photoshopHeaderBytes = (data: Buffer): number =>
  startsWith(data, PHOTOSHOP_HEADER) ? PHOTOSHOP_HEADER.length : OLD_PHOTOSHOP_HEADER_BYTES;

/** XMP is found under foreign headers, too. */
function looksLikeXmp(data: Buffer): boolean {
  return /^(?:http|XMP\0)/.test(data.toString('latin1', 0, 4)) || data.includes('<exif:') || data.includes('<?xpacket');
}

const startsWith = (data: Buffer, header: string): boolean => data.toString('latin1', 0, header.length) === header;

type ExtendedXmp = { readonly totalBytes: number; readonly parts: Map<number, Buffer> };

/** Header, GUID of 32 characters, full length, offset of this part (XMP specification part 3, 1.1.3.1). */
function addExtendedXmp(extended: Map<string, ExtendedXmp>, data: Buffer): void {
  const guidAt = EXTENDED_XMP_HEADER.length;
  const start = guidAt + 40;
  if (data.length <= start) return;
  const guid = data.toString('latin1', guidAt, guidAt + 32);
  const totalBytes = data.readUInt32BE(guidAt + 32);
  const block = extended.get(guid) ?? { totalBytes, parts: new Map<number, Buffer>() };
  block.parts.set(data.readUInt32BE(guidAt + 36), data.subarray(start));
  extended.set(guid, block);
}

/** Only what arrived whole and fits into one block. */
function completeXmp(extended: ReadonlyMap<string, ExtendedXmp>): ReadonlyMap<string, Buffer> {
  const complete = new Map<string, Buffer>();
  for (const [guid, { totalBytes, parts }] of extended) {
    const ordered: Buffer[] = [];
    let at = 0;
    for (let part = parts.get(0); part !== undefined && part.length > 0 && at < totalBytes; part = parts.get(at)) {
      ordered.push(part);
      at += part.length;
    }
    if (at === totalBytes && totalBytes <= MAX_BLOCK_BYTES) complete.set(guid, Buffer.concat(ordered));
  }
  return complete;
}
