/** Sums over a luma plane, as 64-bit integers and so exact; the names of the results are in `luma-statistics.ts`. */

/** Writes sum, sum of squares, and both of the 4-neighbour Laplacian with borders mirrored without the edge pixel (BORDER_REFLECT_101). */
export function sumLevels(luma: usize, width: i32, height: i32, out: usize): void {
  let sum: i64 = 0;
  let squares: i64 = 0;
  let laplacians: i64 = 0;
  let laplacianSquares: i64 = 0;
  for (let y = 0; y < height; y++) {
    const row = luma + y * width;
    const above = luma + mirrored(y - 1, height) * width;
    const below = luma + mirrored(y + 1, height) * width;
    for (let x = 0; x < width; x++) {
      const value = <i32>load<u8>(row + x);
      const left = <i32>load<u8>(row + (x > 0 ? x - 1 : mirrored(-1, width)));
      const right = <i32>load<u8>(row + (x < width - 1 ? x + 1 : mirrored(width, width)));
      const laplacian = left + right + <i32>load<u8>(above + x) + <i32>load<u8>(below + x) - 4 * value;
      sum += value;
      squares += value * value;
      laplacians += laplacian;
      laplacianSquares += laplacian * laplacian;
    }
  }
  store<f64>(out, <f64>sum);
  store<f64>(out + 8, <f64>squares);
  store<f64>(out + 16, <f64>laplacians);
  store<f64>(out + 24, <f64>laplacianSquares);
}

/** A single row or column mirrors itself. */
function mirrored(index: i32, length: i32): i32 {
  if (length == 1) return 0;
  if (index < 0) return -index;
  return index < length ? index : 2 * (length - 1) - index;
}
