import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { defined } from './plausible-value.ts';
import { cleanList, cleanText, decodeText, decodeWindows1252 } from './text-encoding.ts';
import { readWallTime } from './wall-time.ts';

/** Data sets by record and number (IIM 4.2), e.g. `2:25` for keywords, still as bytes. */
type DataSets = ReadonlyMap<string, readonly Buffer[]>;

const TAG_MARKER = 0x1c;
const HEADER_BYTES = 5;
/** IIM 4.2 §1.5.5: a length with the top bit set is the length of the length. */
const EXTENDED_LENGTH = 0x8000;
const MAX_LENGTH_BYTES = 4;

/** ESC % G, which designates UTF-8 (ISO 2022). Without it exiftool reads Windows-1252, and so do we. */
const UTF8_DESIGNATION = '\u001b%G';

/** What IPTC IIM says of the photo. Of several blocks the first counts: exiftool takes it to be the standard one. */
export function iptcFields(blocks: readonly Buffer[]): PhotoFields {
  const first = blocks.find((block) => block.length > 0);
  if (first === undefined) return {};
  const dataSets = readDataSets(bytesInOrder(first));
  const isUtf8 = dataSets.get('1:90')?.at(-1)?.toString('latin1') === UTF8_DESIGNATION;
  const decode = isUtf8 ? decodeText : decodeWindows1252;
  const texts = (name: string) => (dataSets.get(name) ?? []).map((bytes) => decode(bytes));
  const text = (name: string) => cleanText(texts(name).at(-1));
  return defined({
    title: text('2:5'),
    headline: text('2:105'),
    description: text('2:120'),
    keywords: cleanList(texts('2:25')),
    creator: cleanList(texts('2:80')),
    creditLine: text('2:110'),
    copyrightNotice: text('2:116'),
    ...dateCreated(text('2:55'), text('2:60')),
  });
}

/** `CCYYMMDD` and `HHMMSS±HHMM`; some writers put separators in. */
function dateCreated(date: string | undefined, time: string | undefined): PhotoFields {
  const day = /^(\d{4})\D*(\d{2})\D*(\d{2})$/.exec(date ?? '');
  const clock = /^(\d{2})[: ]?(\d{2})[: ]?(\d{2})\s*(.*)$/.exec(time ?? '');
  if (day === null || clock === null) return {};
  return readWallTime(`${day[1]}:${day[2]}:${day[3]} ${clock[1]}:${clock[2]}:${clock[3]}${clock[4]}`);
}

function readDataSets(block: Buffer): DataSets {
  const dataSets = new Map<string, Buffer[]>();
  let at = 0;
  while (at + HEADER_BYTES <= block.length && block[at] === TAG_MARKER) {
    const name = `${block[at + 1]}:${block[at + 2]}`;
    let lengthBytes = block.readUInt16BE(at + 3);
    at += HEADER_BYTES;
    if (lengthBytes >= EXTENDED_LENGTH) {
      const size = lengthBytes - EXTENDED_LENGTH;
      if (size < 1 || size > MAX_LENGTH_BYTES || at + size > block.length) break;
      lengthBytes = block.readUIntBE(at, size);
      at += size;
    }
    if (at + lengthBytes > block.length) break;
    const values = dataSets.get(name) ?? [];
    values.push(block.subarray(at, at + lengthBytes));
    dataSets.set(name, values);
    at += lengthBytes;
  }
  return dataSets;
}

/** TIFF writers that declare IPTC as 32-bit numbers sometimes swap its bytes, four by four. */
function bytesInOrder(block: Buffer): Buffer {
  if (block[0] === TAG_MARKER || block[3] !== TAG_MARKER) return block;
  return Buffer.from(block.subarray(0, block.length - (block.length % 4))).swap32();
}
