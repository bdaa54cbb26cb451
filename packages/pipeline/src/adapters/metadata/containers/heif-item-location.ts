import { fullBox } from './iso-boxes.ts';

/** Where the bytes of an item are: pieces of the file, or of the `idat` box. */
export type ItemLocation = {
  readonly inItemData: boolean;
  readonly extents: readonly { readonly offset: number; readonly lengthBytes: number }[];
};

const MAX_ITEMS = 4096;
const MAX_EXTENTS = 64;

/** Reads `iloc` (ISO/IEC 14496-12 §8.11.3), all three versions. Stops where the box ends before it should. */
export function readItemLocations(iloc: Buffer | undefined): ReadonlyMap<number, ItemLocation> {
  const locations = new Map<number, ItemLocation>();
  if (iloc === undefined || iloc.length < 8) return locations;
  const { version, content } = fullBox(iloc);
  const [first = 0, second = 0] = content;
  const offsetBytes = first >> 4;
  const lengthBytes = first & 0xf;
  const baseBytes = second >> 4;
  const indexBytes = version > 0 ? second & 0xf : 0;
  const idBytes = version < 2 ? 2 : 4;
  const field = fieldReader(content, 2);
  const count = Math.min(field(idBytes), MAX_ITEMS);
  for (let item = 0; item < count; item += 1) {
    const id = field(idBytes);
    const construction = version > 0 ? field(2) & 0xf : 0;
    field(2); // data reference
    const base = field(baseBytes);
    const extentCount = field(2);
    if (Number.isNaN(extentCount) || extentCount > MAX_EXTENTS) break;
    const extents = Array.from({ length: extentCount }, () => {
      field(indexBytes);
      return { offset: base + field(offsetBytes), lengthBytes: field(lengthBytes) };
    });
    if (extents.some(({ offset, lengthBytes: length }) => Number.isNaN(offset + length))) break;
    if (construction <= 1) locations.set(id, { inItemData: construction === 1, extents });
  }
  return locations;
}

/** Reads unsigned numbers one after the other; NaN from the end on, or for a size that the format does not know. */
function fieldReader(content: Buffer, start: number): (sizeBytes: number) => number {
  let at = start;
  return (sizeBytes) => {
    if (sizeBytes === 0) return 0;
    at += sizeBytes;
    if (at > content.length) return Number.NaN;
    if (sizeBytes === 8) return Number(content.readBigUInt64BE(at - 8));
    return sizeBytes <= 4 ? content.readUIntBE(at - sizeBytes, sizeBytes) : Number.NaN;
  };
}
