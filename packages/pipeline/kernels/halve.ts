/** OpenCV's `resize` to half the size with `INTER_CUBIC` (a = -0.75, no antialiasing) in 32-bit floats: BRISQUE's second scale. */

const TO_UNIT: f32 = <f32>(1.0 / 255.0);
const A: f32 = -0.75;

/** Places and weights of the columns, four rows that were made narrower, the weights of a row. */
export function halveScratchBytes(width: i32): i32 {
  return (width / 2) * 5 * 4 + 4 * (width / 2) * 4 + 16;
}

/** Bytes in, floats from 0 to 1 out; `width` and `height` are at least 2 and rounded down when halved. */
export function halve(source: usize, width: i32, height: i32, scratch: usize, out: usize): void {
  const halfWidth = width / 2;
  const halfHeight = height / 2;
  const places = scratch;
  const ring = places + halfWidth * 5 * 4;
  prepare(width, halfWidth, places);
  const weights = ring + 4 * halfWidth * 4;
  let made = 0;
  for (let y = 0; y < halfHeight; y++) {
    const start = placeOf(y, height, halfHeight);
    const first = <i32>Mathf.floor(start);
    weigh(start - <f32>first, weights);
    for (; made <= min(first + 2, height - 1); made++)
      narrow(source + made * width, width, halfWidth, places, ring + (made & 3) * halfWidth * 4);
    const r0 = ring + (clamped(first - 1, height) & 3) * halfWidth * 4;
    const r1 = ring + (clamped(first, height) & 3) * halfWidth * 4;
    const r2 = ring + (clamped(first + 1, height) & 3) * halfWidth * 4;
    const r3 = ring + (clamped(first + 2, height) & 3) * halfWidth * 4;
    const w0 = load<f32>(weights);
    const w1 = load<f32>(weights + 4);
    const w2 = load<f32>(weights + 8);
    const w3 = load<f32>(weights + 12);
    for (let x = 0; x < halfWidth; x++) {
      const at = x * 4;
      let value = load<f32>(r3 + at) * w3;
      value = load<f32>(r2 + at) * w2 + value;
      value = load<f32>(r1 + at) * w1 + value;
      store<f32>(out + (y * halfWidth + x) * 4, load<f32>(r0 + at) * w0 + value);
    }
  }
}

/** For each column where its four pixels begin, and their weights. */
function prepare(width: i32, halfWidth: i32, places: usize): void {
  for (let x = 0; x < halfWidth; x++) {
    const start = placeOf(x, width, halfWidth);
    const first = Mathf.floor(start);
    store<i32>(places + x * 20, <i32>first - 1);
    weigh(start - first, places + x * 20 + 4);
  }
}

function placeOf(index: i32, length: i32, halfLength: i32): f32 {
  return <f32>((<f64>index + 0.5) * (<f64>length / <f64>halfLength) - 0.5);
}

function weigh(x: f32, out: usize): void {
  const w0 = ((A * (x + 1) - 5 * A) * (x + 1) + 8 * A) * (x + 1) - 4 * A;
  const w1 = ((A + 2) * x - (A + 3)) * x * x + 1;
  const w2 = ((A + 2) * (1 - x) - (A + 3)) * (1 - x) * (1 - x) + 1;
  store<f32>(out, w0);
  store<f32>(out + 4, w1);
  store<f32>(out + 8, w2);
  store<f32>(out + 12, <f32>1 - w0 - w1 - w2);
}

function narrow(row: usize, width: i32, halfWidth: i32, places: usize, out: usize): void {
  for (let x = 0; x < halfWidth; x++) {
    const place = places + x * 20;
    const at = load<i32>(place);
    let value = unit(row, clamped(at, width)) * load<f32>(place + 4);
    value += unit(row, clamped(at + 1, width)) * load<f32>(place + 8);
    value += unit(row, clamped(at + 2, width)) * load<f32>(place + 12);
    value += unit(row, clamped(at + 3, width)) * load<f32>(place + 16);
    store<f32>(out + x * 4, value);
  }
}

function unit(row: usize, x: i32): f32 {
  return <f32>load<u8>(row + x) * TO_UNIT;
}

function clamped(index: i32, length: i32): i32 {
  return max(0, min(index, length - 1));
}
