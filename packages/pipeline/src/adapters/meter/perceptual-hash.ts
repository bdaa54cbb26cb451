import type { PhotoHashes } from '@proofline/domain/photo-reading.ts';
import { kernel } from './kernel.ts';

const GRADIENT_COLUMNS = 9;
const GRADIENT_ROWS = 8;
const GRID = 32;
const FREQUENCIES = 8;

const cosines = Array.from({ length: FREQUENCIES }, (_, frequency) =>
  Array.from({ length: GRID }, (_cell, cell) => Math.cos(((2 * cell + 1) * frequency * Math.PI) / (2 * GRID))),
);

/** `luma` is an address in the kernel's memory. */
export function hashesOf(luma: number, widthPx: number, heightPx: number): PhotoHashes {
  const gradients = cells(luma, widthPx, heightPx, GRADIENT_COLUMNS, GRADIENT_ROWS);
  const grid = cells(luma, widthPx, heightPx, GRID, GRID);
  return {
    dHash: differenceHash(gradients),
    pHash: frequencyHash(grid),
    thumbprint: Buffer.from(Uint8Array.from(grid, Math.round)).toString('base64'),
  };
}

function cells(luma: number, widthPx: number, heightPx: number, columns: number, rows: number): Float64Array {
  const code = kernel();
  const out = code.allocate(columns * rows * 8);
  code.meanCells(luma, widthPx, heightPx, columns, rows, out);
  return code.floats(out, columns * rows).slice();
}

function differenceHash(means: Float64Array): string {
  const bits = Array.from({ length: (GRADIENT_COLUMNS - 1) * GRADIENT_ROWS }, (_, bit) => {
    const at = bit + Math.floor(bit / (GRADIENT_COLUMNS - 1));
    return means[at + 1]! > means[at]!;
  });
  return hex(bits);
}

/** The median, not the mean: a few strong frequencies would leave nearly all bits alike. */
function frequencyHash(means: Float64Array): string {
  const lowest: number[] = [];
  for (let down = 0; down < FREQUENCIES; down += 1)
    for (let across = 0; across < FREQUENCIES; across += 1) lowest.push(strength(means, across, down));
  const middle = median(lowest.slice(1));
  return hex(lowest.map((value, index) => index > 0 && value > middle));
}

function strength(means: Float64Array, across: number, down: number): number {
  let sum = 0;
  for (let y = 0; y < GRID; y += 1) {
    let row = 0;
    for (let x = 0; x < GRID; x += 1) row += means[y * GRID + x]! * cosines[across]![x]!;
    sum += row * cosines[down]![y]!;
  }
  return sum;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function hex(bits: readonly boolean[]): string {
  return BigInt(`0b${bits.map(Number).join('')}`)
    .toString(16)
    .padStart(16, '0');
}
