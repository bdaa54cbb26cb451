import type { PhotoRegion } from '@proofline/domain/photo-reading.ts';
import { kernel } from './kernel.ts';

const TILE_PX = 64;
/** The tail that counts: the highest twentieth of a tile, from p95 up. */
const TAIL = 20;
const FIELDS_PER_TILE = 4;

/** The median magnitude of a normal distribution, in standard deviations. */
const MEDIAN_OF_NORMAL = 0.67449;
/** The mean magnitude likewise: more of it comes from structure, but clipping does not hide it. */
const MEAN_OF_NORMAL = 0.79788;
/** Mean luma of tiles in which noise is cut off at black or white. */
const CLIPPED_BELOW = 24;
const CLIPPED_ABOVE = 231;
/** Root of the sum of squares of Immerkær's mask [[1,-2,1],[-2,4,-2],[1,-2,1]]: what it makes of noise of standard deviation 1. */
const GAIN_OF_MASK = 6;
/** What blurring by 1 4 6 4 1 in both directions, then the Laplacian, make of white noise of standard deviation 1. */
const GAIN_OF_LAPLACIAN = gainOfLaplacian();
/** Mean of the magnitudes of a normal distribution above their 95th percentile, in standard deviations. */
const TAIL_OF_NORMAL = 2.338;
/** Noise after scaling and JPEG is not quite white; with this margin what is left of it stays below what it hides. */
const MARGIN = 1.15;
/** Noise that is cut off at black or white has a longer tail for its size. */
const CLIPPED_MARGIN = 1.6;
/** Luma that is added so that dark tiles are not blown up without bound, and the luma at which the measure is the plain tail. */
const DARK_OFFSET = 32;
const MIDDLE_LUMA = 128;

export type TileStatistics = {
  /** Of the sharpest tile, 0 worst. */
  readonly sharpness: number;
  readonly sharpestTile: PhotoRegion | null;
  /** Standard deviation in levels, of the flattest fifth of the tiles. */
  readonly noise: number;
};

type Tile = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly tail: number;
  readonly noise: number;
  readonly mean: number;
};

/**
 * Sharpness that noise cannot fake: the plane is blurred first, only the tail of the Laplacian counts, the part of the tail that the tile's own
 * noise explains is taken off in quadrature, and exposure is divided out. Noise: the median of Immerkær's mask, which edges
 * hardly answer to. `luma` is an address in the kernel's memory.
 */
export function tileStatisticsOf(luma: number, widthPx: number, heightPx: number): TileStatistics {
  const tiles = measuredTiles(luma, widthPx, heightPx);
  const sharpest = tiles.reduce((best, tile) => (sharpnessOf(tile) > sharpnessOf(best) ? tile : best));
  const sharpness = sharpnessOf(sharpest);
  return {
    sharpness,
    sharpestTile: sharpness > 0 ? regionOf(sharpest, widthPx, heightPx) : null,
    noise: noiseOf(tiles),
  };
}

function measuredTiles(luma: number, widthPx: number, heightPx: number): readonly Tile[] {
  const code = kernel();
  const columns = cuts(widthPx);
  const rows = cuts(heightPx);
  const largest = Math.max(...columns.map(({ size }) => size), ...rows.map(({ size }) => size));
  const scratch = code.allocate(code.tileScratchBytes(largest));
  const out = code.allocate(FIELDS_PER_TILE * 8);
  return rows.flatMap(({ start: top, size: height }) =>
    columns.map(({ start: left, size: width }) => {
      code.measureTile(luma, widthPx, heightPx, left, top, width, height, TAIL, scratch, out);
      const [tail = 0, medianMask = 0, meanMask = 0, mean = 0] = code.floats(out, FIELDS_PER_TILE);
      const byMedian = medianMask / (GAIN_OF_MASK * MEDIAN_OF_NORMAL);
      const byMean = meanMask / (GAIN_OF_MASK * MEAN_OF_NORMAL);
      const noise = isClipped(mean) ? Math.max(byMedian, byMean) : byMedian;
      return { left, top, width, height, tail, noise, mean };
    }),
  );
}

/** Tiles of about `TILE_PX` that cover the whole length. */
function cuts(length: number): readonly { readonly start: number; readonly size: number }[] {
  const count = Math.max(1, Math.round(length / TILE_PX));
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor((index * length) / count);
    return { start, size: Math.floor(((index + 1) * length) / count) - start };
  });
}

function sharpnessOf({ tail, noise, mean }: Tile): number {
  const margin = isClipped(mean) ? CLIPPED_MARGIN : MARGIN;
  const fromNoise = margin * TAIL_OF_NORMAL * GAIN_OF_LAPLACIAN * noise;
  const own = Math.sqrt(Math.max(0, tail ** 2 - fromNoise ** 2));
  return (own * (MIDDLE_LUMA + DARK_OFFSET)) / (mean + DARK_OFFSET);
}

/** Median over the fifth of the tiles with the least structure; tiles near black or white are left out while others are there: clipping hides noise. */
function noiseOf(tiles: readonly Tile[]): number {
  const unclipped = tiles.filter(({ mean }) => !isClipped(mean));
  const flattest = (unclipped.length > 0 ? unclipped : tiles).toSorted((a, b) => a.tail - b.tail);
  const fifth = flattest.slice(0, Math.ceil(flattest.length / 5)).map(({ noise }) => noise);
  return fifth.toSorted((a, b) => a - b)[Math.floor(fifth.length / 2)]!;
}

function isClipped(mean: number): boolean {
  return mean < CLIPPED_BELOW || mean > CLIPPED_ABOVE;
}

function regionOf(tile: Tile, widthPx: number, heightPx: number): PhotoRegion {
  return {
    left: tile.left / widthPx,
    top: tile.top / heightPx,
    width: tile.width / widthPx,
    height: tile.height / heightPx,
  };
}

function gainOfLaplacian(): number {
  const binomial = [0, 1, 4, 6, 4, 1, 0].map((value) => value / 16);
  const blurred = (y: number, x: number) => (binomial[y] ?? 0) * (binomial[x] ?? 0);
  let sum = 0;
  for (let y = 0; y < 7; y += 1) {
    for (let x = 0; x < 7; x += 1) {
      const around = blurred(y - 1, x) + blurred(y + 1, x) + blurred(y, x - 1) + blurred(y, x + 1);
      sum += (around - 4 * blurred(y, x)) ** 2;
    }
  }
  return Math.sqrt(sum);
}
