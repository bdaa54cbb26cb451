import { memorySource, type ByteSource } from '../byte-source.ts';
import { openByteBudget, type MetadataBlocks } from '../metadata-blocks.ts';

const HEADER_BYTES = 8;
const FIRST_CHUNK = 12;
/** An animation has one chunk for each frame. */
const MAX_CHUNKS = 65_536;

export const isWebp = (source: ByteSource): boolean =>
  /^RIFF[^]{4}WEBP/.test(source.read(0, FIRST_CHUNK).toString('latin1'));

/** Reads the chunks of a WebP file (RFC 9649): the picture's size, EXIF and XMP. */
export function readWebp(source: ByteSource): MetadataBlocks {
  const tiff: ByteSource[] = [];
  const xmp: Buffer[] = [];
  const mayRead = openByteBudget();
  let size: Size | undefined;
  for (const { type, start, lengthBytes } of readChunks(source)) {
    const readSize = sizeReaders[type];
    if (readSize) size ??= readSize(source.read(start, 16));
    if (!/^(?:EXIF|XMP[ \0])$/.test(type) || !mayRead(lengthBytes)) continue;
    const data = source.read(start, lengthBytes);
    if (type === 'EXIF') tiff.push(memorySource(withoutExifHeader(data)));
    else xmp.push(data);
  }
  return { tiff, xmp, iptc: [], photoshop: [], ...size };
}

type Chunk = { readonly type: string; readonly start: number; readonly lengthBytes: number };

function* readChunks(source: ByteSource): Generator<Chunk> {
  let at = FIRST_CHUNK;
  for (let count = 0; count < MAX_CHUNKS; count += 1) {
    const header = source.read(at, HEADER_BYTES);
    if (header.length < HEADER_BYTES) return;
    const lengthBytes = header.readUInt32LE(4);
    const start = at + HEADER_BYTES;
    if (start + lengthBytes > source.sizeBytes) return;
    yield { type: header.toString('latin1', 0, 4), start, lengthBytes };
    at = start + lengthBytes + (lengthBytes % 2);
  }
}

type Size = { readonly widthPx: number; readonly heightPx: number };

/** The extended header, the lossy and the lossless bitstream each state the size (RFC 9649 §2.7, RFC 6386 §9.1, RFC 9649 §3.4). */
const sizeReaders: Readonly<Record<string, (data: Buffer) => Size | undefined>> = {
  VP8X: (data) =>
    data.length < 10 ? undefined : { widthPx: 1 + data.readUIntLE(4, 3), heightPx: 1 + data.readUIntLE(7, 3) },
  'VP8 ': (data) =>
    data.toString('hex', 3, 6) === '9d012a' && data.length >= 10
      ? { widthPx: data.readUInt16LE(6) & 0x3fff, heightPx: data.readUInt16LE(8) & 0x3fff }
      : undefined,
  VP8L: (data) => {
    if (data[0] !== 0x2f || data.length < 5) return undefined;
    const bits = data.readUInt32LE(1);
    return { widthPx: 1 + (bits & 0x3fff), heightPx: 1 + ((bits >>> 14) & 0x3fff) };
  },
};

/** The header that belongs into a JPEG is written here, too. */
function withoutExifHeader(data: Buffer): Buffer {
  return data.toString('latin1', 0, 6) === 'Exif\0\0' ? data.subarray(6) : data;
}
