import type { SourceFile } from './photo.ts';

/**
 * Renditions, planes and published images of a photo as large as they get: previews of 2048 px, web images of 1500 px. Measured over photos of 24 megapixels
 * 6 to 8 MB, by how much detail there is.
 */
const MOST_WORK_BYTES = 8_000_000;
/** Of a photo that is not reduced: three bytes for the plane of colours, one for luma, up to four for JPEGs of several sizes. */
const WORK_BYTES_PER_PIXEL = 8;
/** What even one pixel takes: rows of the database with their history, and a dozen files and folders of at least one block of the disk each. */
const LEAST_WORK_BYTES = 150_000;
/** Left free whatever a set needs, so that the database and the system go on working. */
const RESERVED_BYTES = 500_000_000;

/** Bytes that a set of these photos takes on the disk at most, with what must stay free beside it. Photos that nobody looked into count as large. */
export function neededRoomBytes(files: readonly SourceFile[]): number {
  return files.reduce((sum, file) => sum + file.bytes + workBytes(file), RESERVED_BYTES);
}

function workBytes({ pixels = Infinity }: SourceFile): number {
  return Math.min(MOST_WORK_BYTES, LEAST_WORK_BYTES + pixels * WORK_BYTES_PER_PIXEL);
}
