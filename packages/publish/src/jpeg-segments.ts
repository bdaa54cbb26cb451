/**
 * A JPEG file taken apart at its marker segments, up to the first scan (ITU-T T.81, annex B).
 * `image` is everything from the first SOS marker to the EOI marker, both included: the compressed pixels, never looked into further.
 * What follows EOI (second images, videos and trailers of phones, with their own metadata) is not part of the picture and left out.
 */
export type JpegSegments = {
  readonly segments: readonly JpegSegment[];
  readonly image: Uint8Array;
};

/** One marker segment before the first scan; `payload` without the marker and the two length bytes. */
export type JpegSegment = { readonly marker: number; readonly payload: Uint8Array };

/** A file that is no whole JPEG. It was not changed. */
export class JpegError extends Error {
  override readonly name = 'JpegError';
}

/** Most bytes that one segment can carry: its 16-bit length counts itself. */
export const segmentMaxBytes = 65_533;

const marker = { startOfImage: 0xd8, endOfImage: 0xd9, startOfScan: 0xda, app0: 0xe0, app15: 0xef, comment: 0xfe };

export const app1 = 0xe1;
const app2 = 0xe2;
const app14 = 0xee;

/** Throws `JpegError` when the bytes are no JPEG or stop before its end. */
export function parseJpeg(bytes: Uint8Array): JpegSegments {
  const { segments, firstScan } = readHead(bytes);
  return { segments, image: bytes.subarray(firstScan.start, endOfImage(bytes, firstScan.end)) };
}

/** Everything before the first scan, and where the header of that scan lies. */
function readHead(bytes: Uint8Array) {
  if (bytes[0] !== 0xff || bytes[1] !== marker.startOfImage) throw new JpegError('the file does not begin like a JPEG');
  const segments: JpegSegment[] = [];
  let offset = 2;
  for (;;) {
    const segment = readSegment(bytes, offset);
    if (segment.marker === marker.startOfScan) return { segments, firstScan: segment };
    segments.push({ marker: segment.marker, payload: bytes.subarray(segment.start + 4, segment.end) });
    offset = segment.end;
  }
}

/**
 * The same picture with other metadata: keeps what a decoder needs to show the same colours (tables, JFIF, ICC profile, Adobe's colour
 * transform), drops every other application segment and comment, and puts `metadata` behind the JFIF segment, which must come first.
 */
export function spliceMetadata(bytes: Uint8Array, metadata: readonly JpegSegment[]): Uint8Array {
  const { segments, image } = parseJpeg(bytes);
  const kept = segments.filter(isPartOfThePicture);
  const jfif = kept.filter((segment) => segment.marker === marker.app0).slice(0, 1);
  const rest = kept.filter((segment) => segment.marker !== marker.app0);
  return Buffer.concat([
    Uint8Array.of(0xff, marker.startOfImage),
    ...[...jfif, ...metadata, ...rest].map(segmentBytes),
    image,
  ]);
}

/** Whether two files show the same picture bit for bit and differ in metadata at most. What is no whole JPEG is no picture. */
export function isSamePicture(one: Uint8Array, other: Uint8Array): boolean {
  try {
    return Buffer.compare(spliceMetadata(one, []), spliceMetadata(other, [])) === 0;
  } catch (error) {
    if (error instanceof JpegError) return false;
    throw error;
  }
}

/** A picture without its metadata, as far as the file goes. */
export type PictureSoFar = { readonly tables: Uint8Array; readonly scans: Uint8Array };

/** Null when the file ends before its first scan, or is no JPEG. What follows EOI counts as part of the scans here. */
export function pictureSoFar(bytes: Uint8Array): PictureSoFar | null {
  try {
    const { segments, firstScan } = readHead(bytes);
    const tables = segments.filter(isPartOfThePicture).map(segmentBytes);
    return { tables: Buffer.concat(tables), scans: bytes.subarray(firstScan.start) };
  } catch (error) {
    if (error instanceof JpegError) return null;
    throw error;
  }
}

/** An allow-list: whatever is not named here does not leave the machine. */
function isPartOfThePicture({ marker: kind, payload }: JpegSegment): boolean {
  if (kind === marker.app0) return startsWith(payload, 'JFIF\0') && !holdsJfifThumbnail(payload);
  if (kind === app2) return startsWith(payload, 'ICC_PROFILE\0');
  if (kind === app14) return startsWith(payload, 'Adobe');
  return kind !== marker.comment && !(kind > marker.app0 && kind <= marker.app15);
}

/** JFIF 1.02 §B: bytes 12 and 13 are the size of a thumbnail that would show another state of the picture. */
function holdsJfifThumbnail(payload: Uint8Array): boolean {
  return (payload[12] ?? 0) * (payload[13] ?? 0) > 0;
}

function segmentBytes({ marker: kind, payload }: JpegSegment): Uint8Array {
  if (payload.length > segmentMaxBytes) {
    throw new JpegError(`a metadata segment of ${payload.length} bytes does not fit; ${segmentMaxBytes} is the most`);
  }
  const length = payload.length + 2;
  return Buffer.concat([Uint8Array.of(0xff, kind, length >> 8, length & 0xff), payload]);
}

/** `start` is the offset of the marker's last 0xff: any number of them may fill the space before a marker. */
function readSegment(bytes: Uint8Array, offset: number): { marker: number; start: number; end: number } {
  if (bytes[offset] !== 0xff) throw new JpegError(`no marker at byte ${offset} of the JPEG; the file is damaged`);
  let at = offset;
  while (bytes[at + 1] === 0xff) at += 1;
  const kind = bytes[at + 1];
  const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
  if (kind === undefined || end > bytes.length) throw new JpegError(truncated(bytes));
  if (kind < 0xc0 || (kind >= 0xd0 && kind <= marker.endOfImage) || end < at + 4) {
    throw new JpegError(`unexpected marker ${kind.toString(16)} at byte ${at} of the JPEG; the file is damaged`);
  }
  return { marker: kind, start: at, end };
}

/** Walks over the scans from behind the first SOS header; within a scan 0xff is followed by 0x00, a restart marker or a real marker. */
function endOfImage(bytes: Uint8Array, firstScan: number): number {
  let at = firstScan;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    const kind = at < 0 ? undefined : bytes[at + 1];
    if (kind === undefined) throw new JpegError(truncated(bytes));
    if (kind === marker.endOfImage) return at + 2;
    if (kind === 0xff) at += 1;
    else if (kind === 0x00 || (kind >= 0xd0 && kind <= 0xd7)) at += 2;
    else at = endOfTable(bytes, at, kind);
  }
}

/** Between scans stand tables only; metadata there could not be dropped without touching the compressed data. */
function endOfTable(bytes: Uint8Array, at: number, kind: number): number {
  if (kind >= marker.app0 && (kind <= marker.app15 || kind === marker.comment)) {
    throw new JpegError(`metadata between the scans of the JPEG at byte ${at}; export the picture again`);
  }
  return readSegment(bytes, at).end;
}

function startsWith(payload: Uint8Array, text: string): boolean {
  return Buffer.from(payload.buffer, payload.byteOffset, Math.min(payload.length, text.length)).equals(
    Buffer.from(text, 'latin1'),
  );
}

const truncated = (bytes: Uint8Array) => `the JPEG of ${bytes.length} bytes stops before its end`;
