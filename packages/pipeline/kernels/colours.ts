/** What one look at every RGB pixel gives; the names and units of the results are in `colour-statistics.ts`. */

/** A pixel whose darkest channel reaches this shows no detail in any of them; likewise below. */
const WHITE: i32 = 250;
const BLACK: i32 = 5;

/** Writes the luma of each pixel, and ten 64-bit floats of sums to `out`. */
export function lookAtColours(rgb: usize, pixels: i32, luma: usize, out: usize): void {
  let white: i64 = 0;
  let black: i64 = 0;
  let sum: i64 = 0;
  let squares: i64 = 0;
  let redGreen: i64 = 0;
  let redGreenSquares: i64 = 0;
  let yellowBlue: i64 = 0;
  let yellowBlueSquares: i64 = 0;
  for (let pixel = 0; pixel < pixels; pixel++) {
    const at = rgb + pixel * 3;
    const r = <i32>load<u8>(at);
    const g = <i32>load<u8>(at, 1);
    const b = <i32>load<u8>(at, 2);
    // OpenCV's 8-bit BGR2GRAY: BT.601 in 15-bit fixed point.
    const y = (r * 9798 + g * 19235 + b * 3735 + 16384) >> 15;
    store<u8>(luma + pixel, <u8>y);
    if (min(r, min(g, b)) >= WHITE) white++;
    if (max(r, max(g, b)) <= BLACK) black++;
    sum += y;
    squares += y * y;
    const rg = r - g;
    const yb = r + g - 2 * b;
    redGreen += rg;
    redGreenSquares += rg * rg;
    yellowBlue += yb;
    yellowBlueSquares += yb * yb;
  }
  store<f64>(out, <f64>white);
  store<f64>(out + 8, <f64>black);
  store<f64>(out + 16, <f64>sum);
  store<f64>(out + 24, <f64>squares);
  store<f64>(out + 32, <f64>redGreen);
  store<f64>(out + 40, <f64>redGreenSquares);
  store<f64>(out + 48, <f64>yellowBlue);
  store<f64>(out + 56, <f64>yellowBlueSquares);
}

/** Means of a grid of `columns` × `rows` cells of a luma plane, as 64-bit floats, row after row. */
export function meanCells(luma: usize, width: i32, height: i32, columns: i32, rows: i32, out: usize): void {
  for (let row = 0; row < rows; row++) {
    const top = (row * height) / rows;
    const bottom = max(top + 1, ((row + 1) * height) / rows);
    for (let column = 0; column < columns; column++) {
      const left = (column * width) / columns;
      const right = max(left + 1, ((column + 1) * width) / columns);
      let sum: i64 = 0;
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += <i64>load<u8>(luma + y * width + x);
      store<f64>(out + (row * columns + column) * 8, <f64>sum / <f64>((bottom - top) * (right - left)));
    }
  }
}
