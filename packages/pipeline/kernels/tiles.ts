/** Sharpness, noise and mean of each tile of a luma plane; the names and units of the results are in `tile-statistics.ts`. */

/** Bins of 1/4 level for the Laplacian, of 1 level for the noise mask; larger values fall into the last one. */
const BINS: i32 = 1024;
const LAPLACIAN_BINS_PER_LEVEL: i32 = 4;
/** The binomial kernel 1 4 6 4 1 in both directions adds up to this. */
const BINOMIAL_SUM: i32 = 256;

/** The tile with 3 px around it, blurred sideways and both ways, and two histograms. */
export function tileScratchBytes(tilePx: i32): i32 {
  const edge = tilePx + 6;
  return 3 * edge * edge * 4 + 2 * BINS * 4;
}

/** Writes four 64-bit floats for the tile: mean of the highest `1/tail` magnitudes of the Laplacian, median and mean of the noise mask, mean level. */
export function measureTile(
  luma: usize,
  width: i32,
  height: i32,
  left: i32,
  top: i32,
  tileWidth: i32,
  tileHeight: i32,
  tail: i32,
  scratch: usize,
  out: usize,
): void {
  const edgeX = tileWidth + 6;
  const edgeY = tileHeight + 6;
  const raw = scratch;
  const sideways = raw + edgeX * edgeY * 4;
  const blurred = sideways + edgeX * edgeY * 4;
  const laplacians = blurred + edgeX * edgeY * 4;
  const noises = laplacians + BINS * 4;
  memory.fill(laplacians, 0, 2 * BINS * 4);

  for (let y = 0; y < edgeY; y++) {
    const from = luma + clamped(top + y - 3, height) * width;
    const to = raw + y * edgeX * 4;
    for (let x = 0; x < edgeX; x++) store<i32>(to + x * 4, <i32>load<u8>(from + clamped(left + x - 3, width)));
  }
  for (let y = 0; y < edgeY; y++) {
    for (let x = 2; x < edgeX - 2; x++) {
      const at = raw + (y * edgeX + x) * 4;
      store<i32>(sideways + (y * edgeX + x) * 4, binomial(at, 4));
    }
  }
  for (let y = 2; y < edgeY - 2; y++) {
    for (let x = 2; x < edgeX - 2; x++) {
      const at = sideways + (y * edgeX + x) * 4;
      store<i32>(blurred + (y * edgeX + x) * 4, binomial(at, edgeX * 4));
    }
  }
  let sum = 0;
  let masks = 0;
  const down = edgeX * 4;
  for (let y = 3; y < edgeY - 3; y++) {
    for (let x = 3; x < edgeX - 3; x++) {
      const offset = (y * edgeX + x) * 4;
      const b = blurred + offset;
      const laplacian =
        load<i32>(b - 4) + load<i32>(b + 4) + load<i32>(b - down) + load<i32>(b + down) - 4 * load<i32>(b);
      const bin = (abs(laplacian) * LAPLACIAN_BINS_PER_LEVEL) / BINOMIAL_SUM;
      count(laplacians, min(bin, BINS - 1));
      const r = raw + offset;
      const mask =
        load<i32>(r - down - 4) +
        load<i32>(r - down + 4) +
        load<i32>(r + down - 4) +
        load<i32>(r + down + 4) -
        2 * (load<i32>(r - down) + load<i32>(r + down) + load<i32>(r - 4) + load<i32>(r + 4)) +
        4 * load<i32>(r);
      count(noises, min(abs(mask), BINS - 1));
      masks += abs(mask);
      sum += load<i32>(r);
    }
  }
  const pixels = tileWidth * tileHeight;
  store<f64>(out, tailMean(laplacians, max(1, pixels / tail)) / LAPLACIAN_BINS_PER_LEVEL);
  store<f64>(out + 8, median(noises, pixels));
  store<f64>(out + 16, <f64>masks / <f64>pixels);
  store<f64>(out + 24, <f64>sum / <f64>pixels);
}

function binomial(at: usize, step: i32): i32 {
  return (
    load<i32>(at - 2 * step) +
    load<i32>(at + 2 * step) +
    4 * (load<i32>(at - step) + load<i32>(at + step)) +
    6 * load<i32>(at)
  );
}

function count(histogram: usize, bin: i32): void {
  store<i32>(histogram + bin * 4, load<i32>(histogram + bin * 4) + 1);
}

/** Mean of the `wanted` highest values, in bins. */
function tailMean(histogram: usize, wanted: i32): f64 {
  let left = wanted;
  let sum: f64 = 0;
  for (let bin = BINS - 1; bin > 0 && left > 0; bin--) {
    const taken = min(left, load<i32>(histogram + bin * 4));
    sum += <f64>taken * (<f64>bin + 0.5);
    left -= taken;
  }
  return sum / <f64>wanted;
}

/** In levels, between whole ones in proportion; a bin holds what rounds to it. */
function median(histogram: usize, pixels: i32): f64 {
  const half = <f64>pixels / 2;
  let before: f64 = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const here = <f64>load<i32>(histogram + bin * 4);
    if (before + here >= half) {
      // Magnitudes: the bin of zero is half as wide as the others.
      const start = bin == 0 ? 0 : <f64>bin - 0.5;
      const breadth = bin == 0 ? 0.5 : 1;
      return start + (breadth * (half - before)) / here;
    }
    before += here;
  }
  return <f64>BINS;
}

function clamped(index: i32, length: i32): i32 {
  return max(0, min(index, length - 1));
}
