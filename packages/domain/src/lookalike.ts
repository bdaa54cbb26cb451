import type { PhotoState } from './photo.ts';
import type { PhotoHashes } from './photo-reading.ts';

/**
 * Another photo that shows the same. `same`: the same picture in another size, quality or tone · `alike`: nearly the same, as two frames of one moment are.
 */
export type Likeness = 'same' | 'alike';

/** Another photo of the whole catalogue that shows the same, for the person who reviews this one. */
export type Lookalike = {
  readonly photoId: number;
  readonly setId: number;
  /** Its published or reserved name; null before it has one. */
  readonly fileName: string | null;
  readonly originalFileName: string;
  readonly state: PhotoState;
  readonly likeness: Likeness;
};

/** Bits of dHash and pHash in which two files of one picture differ at most (text-and-quality.md §D). */
const SAME = { d: 3, p: 6 } as const;
/** And two frames of one moment, as far as the index finds all of them: see `slotsNear`. */
const ALIKE = { d: 7, p: 12 } as const;
/** Standard deviation of luma, in levels, below which hashes are made of noise. */
const FLAT = 6;

const PARTS = 4;
const PART_DIGITS = 4;

/** Where a photo stands in the index: each quarter of its dHash is one slot. */
export function slotsOf({ dHash }: Pick<PhotoHashes, 'dHash'>): readonly string[] {
  return partsOf(dHash).map((part, index) => `${index}${part}`);
}

/**
 * Where every photo stands that differs in at most 7 bits of its dHash: of four quarters one then has at most one bit that differs. 68 slots, however large
 * the catalogue.
 */
export function slotsNear({ dHash }: Pick<PhotoHashes, 'dHash'>): readonly string[] {
  return partsOf(dHash).flatMap((part, index) => {
    const bits = Number.parseInt(part, 16);
    const turned = Array.from({ length: 16 }, (_, bit) => bits ^ (1 << bit));
    return [bits, ...turned].map((value) => `${index}${value.toString(16).padStart(PART_DIGITS, '0')}`);
  });
}

/** Null for two pictures. `bits`: how many differ, for the order. */
export function likenessOf(
  a: Pick<PhotoHashes, 'dHash' | 'pHash'>,
  b: Pick<PhotoHashes, 'dHash' | 'pHash'>,
): { readonly likeness: Likeness; readonly bits: number } | null {
  const [d, p] = [differingBits(a.dHash, b.dHash), differingBits(a.pHash, b.pHash)];
  if (d > ALIKE.d || p > ALIKE.p) return null;
  return { likeness: d <= SAME.d && p <= SAME.p ? 'same' : 'alike', bits: d + p };
}

/** Sky, fog, a wall: their hashes say nothing, and all of them would look the same. */
export function isFlat({ thumbprint }: Pick<PhotoHashes, 'thumbprint'>): boolean {
  const letters = atob(thumbprint);
  const cells = Array.from({ length: letters.length }, (_, index) => letters.charCodeAt(index));
  const mean = cells.reduce((sum, cell) => sum + cell, 0) / Math.max(1, cells.length);
  const variance = cells.reduce((sum, cell) => sum + (cell - mean) ** 2, 0) / Math.max(1, cells.length);
  return variance < FLAT ** 2;
}

function partsOf(dHash: string): readonly string[] {
  return Array.from({ length: PARTS }, (_, index) => dHash.slice(index * PART_DIGITS, (index + 1) * PART_DIGITS));
}

function differingBits(a: string, b: string): number {
  let bits = 0;
  for (let digit = 0; digit < a.length; digit += 1)
    bits += ONES[Number.parseInt(a[digit]!, 16) ^ Number.parseInt(b[digit]!, 16)]!;
  return bits;
}

/** Ones in each hex digit. */
const ONES = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4] as const;
