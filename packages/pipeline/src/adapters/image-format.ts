/** How much of a file's beginning `imageFormatOf` wants to see. */
export const HEAD_BYTES = 64 * 1024;

export type ImageFormat = {
  /** `decodable`: the renderer reads it. `camera-raw`, `unsupported`: known, and refused by name. */
  readonly kind: 'decodable' | 'camera-raw' | 'unsupported' | 'animated';
  /** The name that people know it by. */
  readonly name: string;
};

/** Tells an image format by its first bytes; undefined for anything else. Extensions lie, so they only decide for TIFF-shaped raw files. */
export function imageFormatOf(head: Buffer, extension = ''): ImageFormat | undefined {
  for (const detect of detectors) {
    const format = detect(head, extension);
    if (format !== undefined) return format;
  }
  return undefined;
}

type Detector = (head: Buffer, extension: string) => ImageFormat | undefined;

const decodable = (name: string): ImageFormat => ({ kind: 'decodable', name });
const unsupported = (name: string): ImageFormat => ({ kind: 'unsupported', name });
const cameraRaw = (name: string): ImageFormat => ({ kind: 'camera-raw', name });

const startsWith =
  (magic: string, format: ImageFormat, offset = 0): Detector =>
  (head) =>
    head.toString('latin1', offset, offset + magic.length) === magic ? format : undefined;

/** Raw formats come before TIFF, whose magic many of them share. */
const detectors: readonly Detector[] = [
  startsWith('\xff\xd8\xff', decodable('JPEG')),
  startsWith('\x89PNG\r\n\x1a\n', decodable('PNG')),
  startsWith('GIF87a', decodable('GIF')),
  startsWith('GIF89a', decodable('GIF')),
  (head) => startsWith('RIFF', decodable('WebP'))(head, '') && startsWith('WEBP', decodable('WebP'), 8)(head, ''),
  (head) => startsWith('II*\0', cameraRaw('TIFF'))(head, '') && startsWith('CR', cameraRaw('Canon CR2'), 8)(head, ''),
  startsWith('HEAPCCDR', cameraRaw('Canon CRW'), 6),
  startsWith('IIRO', cameraRaw('Olympus ORF')),
  startsWith('IIRS', cameraRaw('Olympus ORF')),
  startsWith('MMOR', cameraRaw('Olympus ORF')),
  startsWith('IIU\0', cameraRaw('Panasonic RW2')),
  startsWith('FUJIFILMCCD-RAW', cameraRaw('Fujifilm RAF')),
  startsWith('FOVb', cameraRaw('Sigma X3F')),
  startsWith('\0MRM', cameraRaw('Minolta MRW')),
  startsWith('ARRI', cameraRaw('ARRIRAW')),
  detectTiff,
  detectIsoMedia,
  startsWith('\0\0\0\x0cjP  \r\n\x87\n', unsupported('JPEG 2000')),
  startsWith('\xff\x4f\xff\x51', unsupported('JPEG 2000')),
  startsWith('\0\0\0\x0cJXL \r\n\x87\n', unsupported('JPEG XL')),
  startsWith('\xff\x0a', unsupported('JPEG XL')),
  startsWith('8BPS', unsupported('Photoshop PSD')),
  startsWith('II\xbc', unsupported('JPEG XR')),
  startsWith('\x76\x2f\x31\x01', unsupported('OpenEXR')),
  startsWith('#?RADIANCE', unsupported('Radiance HDR')),
  detectBmp,
];

/** "BM" alone is two letters that a text may start with, so the size of the header that follows must be a known one. */
function detectBmp(head: Buffer): ImageFormat | undefined {
  if (head.length < 18 || head.toString('latin1', 0, 2) !== 'BM') return undefined;
  return [12, 16, 40, 52, 56, 64, 108, 124].includes(head.readUInt32LE(14)) ? unsupported('BMP') : undefined;
}

const heifBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']);

/** ISO base media files (HEIF, AVIF, CR3, MP4) say what they are in a `ftyp` box: one major brand, then compatible ones. */
function detectIsoMedia(head: Buffer): ImageFormat | undefined {
  if (head.length < 16 || head.toString('latin1', 4, 8) !== 'ftyp') return undefined;
  const end = Math.min(head.readUInt32BE(0), head.length);
  const major = head.toString('latin1', 8, 12);
  const brands = new Set([major]);
  for (let at = 16; at + 4 <= end; at += 4) brands.add(head.toString('latin1', at, at + 4));
  if (major === 'crx ') return cameraRaw('Canon CR3');
  if (major === 'avis') return { kind: 'animated', name: 'AVIF' };
  if (brands.has('avif')) return decodable('AVIF');
  if ([...brands].some((brand) => heifBrands.has(brand))) return unsupported('HEIC');
  return undefined;
}

const tiffMagics = new Set(['II*\0', 'MM\0*', 'II+\0', 'MM\0+']);

const rawTiffExtensions = new Set(
  '3fr arw cr2 dcr dng erf fff gpr iiq k25 kdc mef mos nef nrw orf pef raw rw2 rwl sr2 srf srw'.split(' '),
);

/** DNGVersion, which only DNG has, and the sensor's colour filter pattern. */
const rawTiffTags = new Set([0xc612, 0x828d, 0x828e]);
const PHOTOMETRIC_INTERPRETATION = 0x0106;
/** Colour filter array and LinearRaw: values of PhotometricInterpretation that only raw files have. */
const rawPhotometrics = new Set([32803, 34892]);

function detectTiff(head: Buffer, extension: string): ImageFormat | undefined {
  if (head.length < 8 || !tiffMagics.has(head.toString('latin1', 0, 4))) return undefined;
  const raw = rawTiffExtensions.has(extension.toLowerCase().replace('.', '')) || hasRawTags(head);
  return raw ? cameraRaw('TIFF-based raw') : decodable('TIFF');
}

/** Looks at the first directory of a classic TIFF, as far as it lies within `head`. */
function hasRawTags(head: Buffer): boolean {
  const little = head[0] === 0x49;
  const uint16 = (at: number) => (little ? head.readUInt16LE(at) : head.readUInt16BE(at));
  const directory = little ? head.readUInt32LE(4) : head.readUInt32BE(4);
  if (directory + 2 > head.length) return false;
  const entries = uint16(directory);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > head.length) return false;
    if (rawTiffTags.has(uint16(at))) return true;
    if (uint16(at) === PHOTOMETRIC_INTERPRETATION && rawPhotometrics.has(uint16(at + 8))) return true;
  }
  return false;
}
