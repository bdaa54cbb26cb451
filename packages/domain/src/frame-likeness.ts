import type { Frame } from './photo-group.ts';

/** Edge of the thumbprint's grid. */
const GRID = 32;
/** Bits in which two frames of one moment differ at most (text-and-quality.md §D). */
const ALIKE_D = 10;
const ALIKE_P = 12;
/** Beyond both, two frames are no shifted versions of one another either. */
const FOREIGN = 26;
const SAME_D = 3;
const SAME_P = 6;
/** Cells that the camera may move between two frames of a burst: a fifth of the frame. */
const BURST_SHIFT = 6;
const ALIGNED = 0.72;
/** Parts of a panorama agree so well where they overlap. */
const OVERLAPPING = 0.8;
/** Correlation at half size below which the full size is not looked at. */
const HOPELESS = 0.4;
/** Standard deviation of luma below which hashes are made of noise. */
const FLAT = 6;

/** A frame with what comparing it needs, unpacked once. */
export type Look = {
  readonly frame: Frame;
  readonly isFlat: boolean;
  readonly mean: number;
  readonly d: readonly [number, number];
  readonly p: readonly [number, number];
  /** Made when two frames are compared that their hashes do not decide. */
  readonly fine: () => Slopes;
  readonly coarse: () => Slopes;
};

/** How luma rises across and down, on a grid with `edge` cells on each side; 0 without a thumbprint. */
type Slopes = { readonly edge: number; readonly across: Float64Array; readonly down: Float64Array };

export function lookOf(frame: Frame): Look {
  const letters = atob(frame.thumbprint);
  const cells = new Uint8Array(letters.length);
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < cells.length; index += 1) {
    const value = letters.charCodeAt(index);
    cells[index] = value;
    sum += value;
    squares += value * value;
  }
  const mean = sum / Math.max(1, cells.length);
  const variance = squares / Math.max(1, cells.length) - mean ** 2;
  const hasGrid = cells.length === GRID * GRID;
  return {
    frame,
    isFlat: variance < FLAT ** 2,
    mean,
    d: halves(frame.dHash),
    p: halves(frame.pHash),
    fine: once(() => (hasGrid ? slopesOf(cells, GRID) : nothing)),
    coarse: once(() => (hasGrid ? slopesOf(halved(cells), GRID / 2) : nothing)),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

const nothing: Slopes = { edge: 0, across: new Float64Array(0), down: new Float64Array(0) };

/** One moment, perhaps with the camera moved a little. */
export function areAlike(a: Look, b: Look): boolean {
  if (a.isFlat || b.isFlat) return a.isFlat && b.isFlat && Math.abs(a.mean - b.mean) < 12;
  if (areNear(a, b)) return true;
  if (distance(a.d, b.d) > FOREIGN && distance(a.p, b.p) > FOREIGN) return false;
  return bestAlignment(a, b, BURST_SHIFT, BURST_SHIFT).strength >= ALIGNED;
}

function areNear(a: Look, b: Look): boolean {
  return distance(a.d, b.d) <= ALIKE_D && distance(a.p, b.p) <= ALIKE_P;
}

/** The same picture in another size, quality or tone. */
export function areSamePicture(a: Look, b: Look): boolean {
  return !a.isFlat && !b.isFlat && distance(a.d, b.d) <= SAME_D && distance(a.p, b.p) <= SAME_P;
}

/** One scene in another exposure: what is clipped in one of them says nothing against it. */
export function mayBeSameScene(a: Look, b: Look): boolean {
  if (a.isFlat || b.isFlat) return true;
  if (distance(a.d, b.d) <= 20 || bestAlignment(a, b, 3, 3).strength >= 0.5) return true;
  const clipped = ({ frame }: Look) => frame.clippedHighlightRatio + frame.clippedShadowRatio;
  return Math.max(clipped(a), clipped(b)) > 0.5;
}

/** The share of the frame by which the camera turned from one part of a panorama to the next; null when the two do not overlap so. */
export function turnBetween(a: Look, b: Look): { readonly across: number; readonly down: number } | null {
  if (a.isFlat || b.isFlat || areNear(a, b)) return null;
  const sideways = bestAlignment(a, b, 24, 2);
  const best = sideways.strength >= OVERLAPPING ? sideways : bestAlignment(a, b, 2, 24);
  const cells = Math.max(Math.abs(best.across), Math.abs(best.down));
  return best.strength >= OVERLAPPING && cells >= 7 ? { across: best.across, down: best.down } : null;
}

/** Correlation of the slopes at the best of all shifts; 1 for the same picture, about 0 for strangers. First at half size, then around there. */
function bestAlignment(a: Look, b: Look, mostAcross: number, mostDown: number) {
  const rough = bestShift(
    a.coarse(),
    b.coarse(),
    [-(mostAcross >> 1), mostAcross >> 1],
    [-(mostDown >> 1), mostDown >> 1],
  );
  if (rough.strength < HOPELESS) return { ...rough, across: 2 * rough.across, down: 2 * rough.down };
  const near = (cells: number, most: number) =>
    [Math.max(-most, 2 * cells - 1), Math.min(most, 2 * cells + 1)] as const;
  return bestShift(a.fine(), b.fine(), near(rough.across, mostAcross), near(rough.down, mostDown));
}

type Range = readonly [from: number, to: number];

function bestShift(a: Slopes, b: Slopes, acrossRange: Range, downRange: Range) {
  let best = { strength: -1, across: 0, down: 0 };
  if (a.edge === 0 || b.edge === 0) return best;
  for (let down = downRange[0]; down <= downRange[1]; down += 1) {
    for (let across = acrossRange[0]; across <= acrossRange[1]; across += 1) {
      const strength = correlation(a, b, across, down);
      if (strength > best.strength) best = { strength, across, down };
    }
  }
  return best;
}

function correlation(a: Slopes, b: Slopes, across: number, down: number): number {
  const { edge } = a;
  let product = 0;
  let ofA = 0;
  let ofB = 0;
  const left = Math.max(0, across);
  const right = Math.min(edge, edge + across);
  const bottom = Math.min(edge, edge + down);
  for (let y = Math.max(0, down); y < bottom; y += 1) {
    for (let x = left, i = y * edge + left, j = (y - down) * edge + left - across; x < right; x += 1, i += 1, j += 1) {
      const ax = a.across[i]!;
      const ay = a.down[i]!;
      const bx = b.across[j]!;
      const by = b.down[j]!;
      product += ax * bx + ay * by;
      ofA += ax * ax + ay * ay;
      ofB += bx * bx + by * by;
    }
  }
  return ofA === 0 || ofB === 0 ? 0 : product / Math.sqrt(ofA * ofB);
}

/** After a light blur, so that a shift by half a cell still fits; the edge repeats itself. */
function slopesOf(cells: ArrayLike<number>, edge: number): Slopes {
  const across = new Float64Array(edge * edge);
  const down = new Float64Array(edge * edge);
  for (let y = 0; y < edge; y += 1) {
    const row = y * edge;
    const above = Math.max(0, y - 1) * edge;
    const below = Math.min(edge - 1, y + 1) * edge;
    for (let x = 0; x < edge; x += 1) {
      const left = Math.max(0, x - 1);
      const right = Math.min(edge - 1, x + 1);
      const upper = cells[above + right]! - cells[above + left]!;
      const lower = cells[below + right]! - cells[below + left]!;
      across[row + x] = upper + 2 * (cells[row + right]! - cells[row + left]!) + lower;
      const before = cells[below + left]! - cells[above + left]!;
      const after = cells[below + right]! - cells[above + right]!;
      down[row + x] = before + 2 * (cells[below + x]! - cells[above + x]!) + after;
    }
  }
  return { edge, across, down };
}

function halved(cells: Uint8Array): Float64Array {
  const edge = GRID / 2;
  return Float64Array.from({ length: edge * edge }, (_, index) => {
    const at = 2 * Math.floor(index / edge) * GRID + 2 * (index % edge);
    return (cells[at]! + cells[at + 1]! + cells[at + GRID]! + cells[at + GRID + 1]!) / 4;
  });
}

function halves(hash: string): readonly [number, number] {
  return [Number.parseInt(hash.slice(0, 8), 16), Number.parseInt(hash.slice(8), 16)];
}

function distance(a: readonly [number, number], b: readonly [number, number]): number {
  return ones(a[0] ^ b[0]) + ones(a[1] ^ b[1]);
}

function ones(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
