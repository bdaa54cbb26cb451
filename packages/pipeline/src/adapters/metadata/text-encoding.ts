const utf8 = new TextDecoder('utf-8', { fatal: true });
const utf8Lenient = new TextDecoder('utf-8');
const utf16LittleEndian = new TextDecoder('utf-16le');
const utf16BigEndian = new TextDecoder('utf-16be');
const windows1252 = new TextDecoder('windows-1252');

/**
 * Text that says nothing about its encoding. EXIF calls for ASCII, writers put UTF-8 there (which the Metadata Working Group
 * asks for) or Latin-1; bytes that are valid UTF-8 are hardly ever anything else.
 */
export function decodeText(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** What exiftool takes for Latin-1, and IPTC without a declared character set for that. */
export const decodeWindows1252 = (bytes: Buffer): string => windows1252.decode(bytes);

/** XMP is UTF-8, UTF-16 or UTF-32 (XMP specification part 1, 7.1), told apart by byte order mark or by the zeros in `<`. */
export function decodeXml(bytes: Buffer): string {
  const start = bytes.subarray(0, 4).toString('hex');
  if (start === '0000feff' || start === '0000003c') return decodeUtf32(bytes, 'BE');
  if (start === 'fffe0000' || start === '3c000000') return decodeUtf32(bytes, 'LE');
  if (start.startsWith('feff') || start.startsWith('003c')) return utf16BigEndian.decode(bytes);
  if (start.startsWith('fffe') || start.startsWith('3c00')) return utf16LittleEndian.decode(bytes);
  return utf8Lenient.decode(bytes);
}

function decodeUtf32(bytes: Buffer, order: 'BE' | 'LE'): string {
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const codePoint = order === 'BE' ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
    text += codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\ufffd';
  }
  return text.replace(/^\ufeff/, '');
}

/** No field of the standards is this long; what is longer is cut. */
const MAX_TEXT_CHARS = 262_144;
const MAX_LIST_LENGTH = 1024;

/** Trimmed, without the zeros that writers pad with; undefined when nothing is left. */
export function cleanText(text: string | undefined): string | undefined {
  const clean = text?.slice(0, MAX_TEXT_CHARS).replaceAll('\0', '').replaceAll('\r\n', '\n').trim();
  return clean === '' ? undefined : clean;
}

/** The texts of a list that say something; undefined when none does. */
export function cleanList(texts: readonly string[]): readonly string[] | undefined {
  const clean = texts.map(cleanText).filter((text) => text !== undefined);
  return clean.length === 0 ? undefined : clean.slice(0, MAX_LIST_LENGTH);
}
