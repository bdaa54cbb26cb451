import { memorySource, type ByteSource } from '../byte-source.ts';
import { MAX_BLOCK_BYTES, openByteBudget, type MetadataBlocks } from '../metadata-blocks.ts';
import { childBoxes, fullBox, readBoxes, type Box } from './iso-boxes.ts';
import { readItemLocations, type ItemLocation } from './heif-item-location.ts';

const MAX_ITEMS = 4096;

/** AVIF, HEIC and their like: a file type box first, with an image brand among its brands. */
export function isHeif(source: ByteSource): boolean {
  const type = source.read(0, 64);
  return (
    type.toString('latin1', 4, 8) === 'ftyp' && /avi[fs]|mif1|msf1|hei[cxms]|hev[cxms]/.test(type.toString('latin1', 8))
  );
}

/** Reads the items `Exif` and XMP and the primary item's size. Pixels and rotation properties are left alone. */
export function readHeif(source: ByteSource): MetadataBlocks {
  const meta = readBoxes(source).find((box) => box.type === 'meta' && box.lengthBytes <= MAX_BLOCK_BYTES);
  if (meta === undefined) return { tiff: [], xmp: [], iptc: [], photoshop: [] };
  const boxes = childBoxes(fullBox(source.read(meta.start, meta.lengthBytes)).content);
  const locations = readItemLocations(boxes.get('iloc'));
  const itemData = boxes.get('idat') ?? Buffer.alloc(0);
  const mayRead = openByteBudget();
  const tiff: ByteSource[] = [];
  const xmp: Buffer[] = [];
  for (const { id, type, contentType } of readItemTypes(boxes.get('iinf'))) {
    const isXmp = type === 'mime' && contentType === 'application/rdf+xml';
    if (type !== 'Exif' && !isXmp) continue;
    const data = readItem(source, itemData, locations.get(id), mayRead);
    if (data === undefined) continue;
    if (isXmp) xmp.push(data);
    else tiff.push(memorySource(tiffPart(data)));
  }
  return { tiff, xmp, iptc: [], photoshop: [], ...primarySize(boxes) };
}

type ItemType = { readonly id: number; readonly type: string; readonly contentType: string };

function readItemTypes(iinf: Buffer | undefined): readonly ItemType[] {
  if (iinf === undefined) return [];
  const { version, content } = fullBox(iinf);
  const entries = readBoxes(memorySource(content), version === 0 ? 2 : 4, MAX_ITEMS);
  return entries.filter((box) => box.type === 'infe').flatMap((box) => readItemType(sliceOf(content, box)));
}

/** Version 2 has the id in two bytes, version 3 in four; then protection, type, name and, for `mime`, the content type. */
function readItemType(infe: Buffer): readonly ItemType[] {
  const { version, content } = fullBox(infe);
  const idBytes = version === 3 ? 4 : 2;
  if (version < 2 || content.length < idBytes + 6) return [];
  const typeAt = idBytes + 2;
  const [, contentType = ''] = content.toString('latin1', typeAt + 4).split('\0');
  return [{ id: content.readUIntBE(0, idBytes), type: content.toString('latin1', typeAt, typeAt + 4), contentType }];
}

function readItem(
  source: ByteSource,
  itemData: Buffer,
  location: ItemLocation | undefined,
  mayRead: (lengthBytes: number) => boolean,
): Buffer | undefined {
  if (location === undefined) return undefined;
  const from = location.inItemData ? memorySource(itemData) : source;
  const total = location.extents.reduce((sum, extent) => sum + extent.lengthBytes, 0);
  if (total === 0 || !mayRead(total)) return undefined;
  return Buffer.concat(location.extents.map(({ offset, lengthBytes }) => from.read(offset, lengthBytes)));
}

/** An Exif item starts with the distance to its TIFF header (ISO/IEC 23008-12 A.2.1); writers that forget that start with it. */
function tiffPart(data: Buffer): Buffer {
  if (/^(?:II\*\0|MM\0\*)/.test(data.toString('latin1', 0, 4)) || data.length < 4) return data;
  return data.subarray(4 + data.readUInt32BE(0));
}

/** `ispe` of the primary item: the stored size, before rotation and cropping. */
function primarySize(boxes: ReadonlyMap<string, Buffer>): { readonly widthPx?: number; readonly heightPx?: number } {
  const properties = childBoxes(boxes.get('iprp') ?? Buffer.alloc(0));
  const container = properties.get('ipco');
  const associations = properties.get('ipma');
  const primary = readPrimaryItem(boxes.get('pitm'));
  if (container === undefined || associations === undefined || primary === undefined) return {};
  const all = readBoxes(memorySource(container), 0, MAX_ITEMS);
  for (const index of readAssociations(associations).get(primary) ?? []) {
    const box = all[index - 1];
    if (box?.type !== 'ispe' || box.lengthBytes < 12) continue;
    const { content } = fullBox(sliceOf(container, box));
    return { widthPx: content.readUInt32BE(0), heightPx: content.readUInt32BE(4) };
  }
  return {};
}

function readPrimaryItem(pitm: Buffer | undefined): number | undefined {
  if (pitm === undefined) return undefined;
  const { version, content } = fullBox(pitm);
  const idBytes = version === 0 ? 2 : 4;
  return content.length < idBytes ? undefined : content.readUIntBE(0, idBytes);
}

/** Item id → numbers of its properties, from 1; the top bit of each says whether a reader must know it. */
function readAssociations(ipma: Buffer): ReadonlyMap<number, readonly number[]> {
  const { version, flags, content } = fullBox(ipma);
  const idBytes = version < 1 ? 2 : 4;
  const indexBytes = flags & 1 ? 2 : 1;
  const associations = new Map<number, readonly number[]>();
  const count = content.length < 4 ? 0 : Math.min(content.readUInt32BE(0), MAX_ITEMS);
  let at = 4;
  for (let item = 0; item < count && at + idBytes + 1 <= content.length; item += 1) {
    const id = content.readUIntBE(at, idBytes);
    const indices = content.subarray(at + idBytes + 1, at + idBytes + 1 + (content[at + idBytes] ?? 0) * indexBytes);
    const read = (index: number) =>
      indexBytes === 1 ? (indices[index] ?? 0) & 0x7f : indices.readUInt16BE(index * 2) & 0x7fff;
    associations.set(
      id,
      Array.from({ length: Math.floor(indices.length / indexBytes) }, (_, index) => read(index)),
    );
    at += idBytes + 1 + indices.length;
  }
  return associations;
}

const sliceOf = (parent: Buffer, box: Box): Buffer => parent.subarray(box.start, box.start + box.lengthBytes);
