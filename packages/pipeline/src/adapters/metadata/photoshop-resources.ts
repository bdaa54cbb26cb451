/** Image resources by number (Adobe Photoshop File Formats Specification, "Image Resource Blocks"). */
export const IPTC_RESOURCE = 0x0404;
export const EXIF_RESOURCE = 0x0422;
export const XMP_RESOURCE = 0x0424;

const HEADER_BYTES = 6;
/** A photo has some dozens. */
const MAX_RESOURCES = 4096;

/** Signature, number, Pascal name padded to even, length, data padded to even. The list ends where it stops making sense. */
export function* readPhotoshopResources(block: Buffer): Generator<{ readonly id: number; readonly data: Buffer }> {
  let at = 0;
  for (let found = 0; found < MAX_RESOURCES && at + HEADER_BYTES < block.length; found += 1) {
    if (!/^(?:8BIM|PHUT|DCSR|AgHg|MeSa)$/.test(block.toString('latin1', at, at + 4))) return;
    const id = block.readUInt16BE(at + 4);
    const nameBytes = (block[at + HEADER_BYTES] ?? 0) + 1;
    const lengthAt = at + HEADER_BYTES + nameBytes + (nameBytes % 2);
    if (lengthAt + 4 > block.length) return;
    const length = block.readUInt32BE(lengthAt);
    const start = lengthAt + 4;
    if (start + length > block.length) return;
    yield { id, data: block.subarray(start, start + length) };
    at = start + length + (length % 2);
  }
}
