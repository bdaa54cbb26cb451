/**
 * The part of BRISQUE and NIQE that touches every pixel (Mittal, Moorthy, Bovik 2012), in the arithmetic of OpenCV 4.6
 * (`modules/quality/src/qualitybrisque.cpp`): 32-bit floats, with fused multiply-adds where its vector code fuses. In flat areas the last bit
 * decides on which side of zero a pixel falls, so the features move by a whole step of the search when a rounding differs.
 *
 * A fused step here is a product and a sum in 64 bits, rounded to 32: the product of two 24-bit numbers is exact in 53 bits.
 */

/** Gaussian of 7 taps with a standard deviation of 7/6, as 32-bit floats; `TAP_0` is the middle one. */
const TAP_0: f64 = <f64>(<f32>0.3426315188407898);
const TAP_1: f64 = <f64>(<f32>0.23729607462882996);
const TAP_2: f64 = <f64>(<f32>0.07882796227931976);
const TAP_3: f64 = <f64>(<f32>0.01256020087748766);

const RADIUS: i32 = 3;
/** Rows that are kept for the vertical blur: a power of two above 2 * RADIUS. */
const RING: i32 = 8;

/** Of one set of samples, as 64-bit floats: counts above and below zero, sums of squares, of squares above zero, of magnitudes. */
const SET_BYTES: i32 = 5 * 8;
/** Five sets, then the sum of the local deviations. */
const BLOCK_BYTES: i32 = 5 * SET_BYTES + 8;

const TO_UNIT: f32 = <f32>(1.0 / 255.0);

// prettier-ignore
function rounded(value: v128): v128 {
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(value));
}

function fused(value: v128, tap: f64, sum: v128): v128 {
  return rounded(f64x2.add(f64x2.mul(value, f64x2.splat(tap)), sum));
}

function upperHalf(value: v128): v128 {
  return v128.shuffle<i32>(value, value, 2, 3, 2, 3);
}

function joined(lower: v128, upper: v128): v128 {
  return v128.shuffle<i32>(f32x4.demote_f64x2_zero(lower), f32x4.demote_f64x2_zero(upper), 0, 1, 4, 5);
}

/** Bytes of scratch memory that `sumScale` needs for rows of `width`. */
export function scratchBytes(width: i32): i32 {
  return 2 * (width + 16) * 8 + (3 * RING + 4) * rowBytes(width);
}

function rowBytes(width: i32): i32 {
  return ((width + 3) & ~3) * 4 + 32;
}

/**
 * Adds up, for each block of `block` × `block` px (a multiple of 4), the moments of the normalised pixels and of their products with the
 * right, lower, lower right and upper right neighbour; a product belongs to the block of its upper, else of its left pixel. `source` holds bytes,
 * or 32-bit floats from 0 to 1 where `isFloat`. `blocks` are row after row.
 */
export function sumScale(
  source: usize,
  isFloat: bool,
  width: i32,
  height: i32,
  block: i32,
  scratch: usize,
  blocks: usize,
): void {
  const stride = rowBytes(width);
  const plain = scratch;
  const squares = plain + (width + 16) * 8;
  const ringPlain = squares + (width + 16) * 8;
  const ringBlurred = ringPlain + RING * stride;
  const ringSquares = ringBlurred + RING * stride;
  let current = ringSquares + RING * stride;
  let previous = current + stride;
  const deviations = previous + stride;
  const ones = deviations + stride;
  const columns = (width + block - 1) / block;
  memory.fill(blocks, 0, columns * ((height + block - 1) / block) * BLOCK_BYTES);
  memory.fill(current, 0, 3 * stride);
  for (let x = 0; x < stride / 4; x++) store<f32>(ones + x * 4, 1);

  let loaded = 0;
  for (let y = 0; y < height; y++) {
    for (; loaded <= min(y + RADIUS, height - 1); loaded++) {
      const at = (loaded & (RING - 1)) * stride;
      loadRow(source, isFloat, width, loaded, plain, squares, ringPlain + at);
      blurRow(width, plain, squares, ringBlurred + at, ringSquares + at);
    }
    normaliseRow(width, height, y, stride, ringPlain, ringBlurred, ringSquares, current, deviations);
    const row = blocks + (y / block) * columns * BLOCK_BYTES;
    const rowAbove = blocks + (max(y - 1, 0) / block) * columns * BLOCK_BYTES;
    for (let column = 0; column < columns; column++) {
      const start = column * block;
      const count = min(block, width - start);
      const a = current + start * 4;
      const b = previous + start * 4;
      const here = row + column * BLOCK_BYTES;
      const above = rowAbove + column * BLOCK_BYTES;
      addProducts(a, ones, count, here);
      addProducts(a, a + 4, count, here + SET_BYTES);
      addProducts(b, a, count, above + 2 * SET_BYTES);
      addProducts(b, a + 4, count, above + 3 * SET_BYTES);
      addProducts(a, b + 4, count, here + 4 * SET_BYTES);
      addDeviations(deviations + start * 4, count, here + 5 * SET_BYTES);
    }
    const swapped = previous;
    previous = current;
    current = swapped;
  }
}

/** One row and its squares as 64-bit floats that hold 32-bit values, each with its edge repeated, and the row as 32-bit floats. */
function loadRow(source: usize, isFloat: bool, width: i32, y: i32, plain: usize, squares: usize, kept: usize): void {
  const from = isFloat ? source + y * width * 4 : source + y * width;
  for (let x = 0; x < width; x++) {
    const value: f32 = isFloat ? load<f32>(from + x * 4) : <f32>load<u8>(from + x) * TO_UNIT;
    store<f32>(kept + x * 4, value);
    store<f64>(plain + (x + RADIUS) * 8, <f64>value);
    store<f64>(squares + (x + RADIUS) * 8, <f64>(value * value));
  }
  const last = (width - 1 + RADIUS) * 8;
  for (let x = 0; x < RADIUS; x++) {
    store<f64>(plain + x * 8, load<f64>(plain + RADIUS * 8));
    store<f64>(squares + x * 8, load<f64>(squares + RADIUS * 8));
  }
  for (let x = 1; x <= RADIUS + 4; x++) {
    store<f64>(plain + last + x * 8, load<f64>(plain + last));
    store<f64>(squares + last + x * 8, load<f64>(squares + last));
  }
}

/** From left to right, as OpenCV's `RowVec_32f`. */
function blurRow(width: i32, plain: usize, squares: usize, blurred: usize, blurredSquares: usize): void {
  for (let x = 0; x < width; x += 4) {
    const a = plain + x * 8;
    const b = squares + x * 8;
    let p = rounded(f64x2.mul(v128.load(a), f64x2.splat(TAP_3)));
    let q = rounded(f64x2.mul(v128.load(a, 16), f64x2.splat(TAP_3)));
    let r = rounded(f64x2.mul(v128.load(b), f64x2.splat(TAP_3)));
    let s = rounded(f64x2.mul(v128.load(b, 16), f64x2.splat(TAP_3)));
    p = fused(v128.load(a, 8), TAP_2, p);
    q = fused(v128.load(a, 24), TAP_2, q);
    r = fused(v128.load(b, 8), TAP_2, r);
    s = fused(v128.load(b, 24), TAP_2, s);
    p = fused(v128.load(a, 16), TAP_1, p);
    q = fused(v128.load(a, 32), TAP_1, q);
    r = fused(v128.load(b, 16), TAP_1, r);
    s = fused(v128.load(b, 32), TAP_1, s);
    p = fused(v128.load(a, 24), TAP_0, p);
    q = fused(v128.load(a, 40), TAP_0, q);
    r = fused(v128.load(b, 24), TAP_0, r);
    s = fused(v128.load(b, 40), TAP_0, s);
    p = fused(v128.load(a, 32), TAP_1, p);
    q = fused(v128.load(a, 48), TAP_1, q);
    r = fused(v128.load(b, 32), TAP_1, r);
    s = fused(v128.load(b, 48), TAP_1, s);
    p = fused(v128.load(a, 40), TAP_2, p);
    q = fused(v128.load(a, 56), TAP_2, q);
    r = fused(v128.load(b, 40), TAP_2, r);
    s = fused(v128.load(b, 56), TAP_2, s);
    p = fused(v128.load(a, 48), TAP_3, p);
    q = fused(v128.load(a, 64), TAP_3, q);
    r = fused(v128.load(b, 48), TAP_3, r);
    s = fused(v128.load(b, 64), TAP_3, s);
    v128.store(blurred + x * 4, joined(p, q));
    v128.store(blurredSquares + x * 4, joined(r, s));
  }
}

/** From the middle outwards, as OpenCV's `SymmColumnVec_32f`; one row of it. */
function blurredDown(ring: usize, x: i32, r0: i32, u1: i32, u2: i32, u3: i32, d1: i32, d2: i32, d3: i32): v128 {
  const at = ring + x * 4;
  const middle = v128.load(at + r0);
  const one = f32x4.add(v128.load(at + d1), v128.load(at + u1));
  const two = f32x4.add(v128.load(at + d2), v128.load(at + u2));
  const three = f32x4.add(v128.load(at + d3), v128.load(at + u3));
  let lower = rounded(f64x2.mul(f64x2.promote_low_f32x4(middle), f64x2.splat(TAP_0)));
  let upper = rounded(f64x2.mul(f64x2.promote_low_f32x4(upperHalf(middle)), f64x2.splat(TAP_0)));
  lower = fused(f64x2.promote_low_f32x4(one), TAP_1, lower);
  upper = fused(f64x2.promote_low_f32x4(upperHalf(one)), TAP_1, upper);
  lower = fused(f64x2.promote_low_f32x4(two), TAP_2, lower);
  upper = fused(f64x2.promote_low_f32x4(upperHalf(two)), TAP_2, upper);
  lower = fused(f64x2.promote_low_f32x4(three), TAP_3, lower);
  upper = fused(f64x2.promote_low_f32x4(upperHalf(three)), TAP_3, upper);
  return joined(lower, upper);
}

/** (value - mean) / (deviation + 1/255), zero beyond the row's end. The root of a slightly negative variance is no number, as in OpenCV. */
function normaliseRow(
  width: i32,
  height: i32,
  y: i32,
  stride: i32,
  ringPlain: usize,
  ringBlurred: usize,
  ringSquares: usize,
  out: usize,
  deviations: usize,
): void {
  const mask = RING - 1;
  const r0 = (y & mask) * stride;
  const u1 = (max(y - 1, 0) & mask) * stride;
  const u2 = (max(y - 2, 0) & mask) * stride;
  const u3 = (max(y - 3, 0) & mask) * stride;
  const d1 = (min(y + 1, height - 1) & mask) * stride;
  const d2 = (min(y + 2, height - 1) & mask) * stride;
  const d3 = (min(y + 3, height - 1) & mask) * stride;
  for (let x = 0; x < width; x += 4) {
    const mean = blurredDown(ringBlurred, x, r0, u1, u2, u3, d1, d2, d3);
    const square = blurredDown(ringSquares, x, r0, u1, u2, u3, d1, d2, d3);
    const deviation = f32x4.sqrt(f32x4.sub(square, f32x4.mul(mean, mean)));
    const value = f32x4.sub(v128.load(ringPlain + r0 + x * 4), mean);
    v128.store(deviations + x * 4, deviation);
    v128.store(out + x * 4, f32x4.div(value, f32x4.add(deviation, f32x4.splat(TO_UNIT))));
  }
  memory.fill(out + width * 4, 0, 32);
  memory.fill(deviations + width * 4, 0, 32);
}

/** Moments of a[i] * b[i], rounded to 32 bits; what is no number counts as neither above nor below zero. */
function addProducts(a: usize, b: usize, count: i32, set: usize): void {
  const zero = f64x2.splat(0);
  let above = i32x4.splat(0);
  let below = i32x4.splat(0);
  let squares = zero;
  let squaresAbove = zero;
  let magnitudes = zero;
  for (let x = 0; x < count; x += 4) {
    const raw = f32x4.mul(v128.load(a + x * 4), v128.load(b + x * 4));
    const value = v128.and(raw, f32x4.eq(raw, raw));
    above = i32x4.sub(above, f32x4.gt(value, zero));
    below = i32x4.sub(below, f32x4.lt(value, zero));
    const lower = f64x2.promote_low_f32x4(value);
    const upper = f64x2.promote_low_f32x4(upperHalf(value));
    const lowerSquare = f64x2.mul(lower, lower);
    const upperSquare = f64x2.mul(upper, upper);
    squares = f64x2.add(squares, f64x2.add(lowerSquare, upperSquare));
    const lowerAbove = v128.and(lowerSquare, f64x2.gt(lower, zero));
    const upperAbove = v128.and(upperSquare, f64x2.gt(upper, zero));
    squaresAbove = f64x2.add(squaresAbove, f64x2.add(lowerAbove, upperAbove));
    magnitudes = f64x2.add(magnitudes, f64x2.add(f64x2.abs(lower), f64x2.abs(upper)));
  }
  store<f64>(set, load<f64>(set) + <f64>lanes(above));
  store<f64>(set + 8, load<f64>(set + 8) + <f64>lanes(below));
  store<f64>(set + 16, load<f64>(set + 16) + halves(squares));
  store<f64>(set + 24, load<f64>(set + 24) + halves(squaresAbove));
  store<f64>(set + 32, load<f64>(set + 32) + halves(magnitudes));
}

function addDeviations(deviations: usize, count: i32, sum: usize): void {
  let total = f32x4.splat(0);
  for (let x = 0; x < count; x += 4) {
    const value = v128.load(deviations + x * 4);
    total = f32x4.add(total, v128.and(value, f32x4.eq(value, value)));
  }
  const four = <f64>f32x4.extract_lane(total, 0) + <f64>f32x4.extract_lane(total, 1);
  store<f64>(sum, load<f64>(sum) + four + <f64>f32x4.extract_lane(total, 2) + <f64>f32x4.extract_lane(total, 3));
}

function lanes(value: v128): i32 {
  return (
    i32x4.extract_lane(value, 0) +
    i32x4.extract_lane(value, 1) +
    i32x4.extract_lane(value, 2) +
    i32x4.extract_lane(value, 3)
  );
}

function halves(value: v128): f64 {
  return f64x2.extract_lane(value, 0) + f64x2.extract_lane(value, 1);
}
