/** Blocks of JPEG, in pixels of the plane. */
const BLOCK_PX = 8;
/** Guards the powers against planes without any difference. */
const LEAST = 1e-3;

/**
 * About 1 worst … 10 best: Wang, Sheikh, Bovik 2002, from the differences at the borders of JPEG's blocks against those within. Only for planes in the
 * photo's own pixels: where the photo was reduced, its blocks are too small to be seen.
 */
export function blockiness(luma: Uint8Array, widthPx: number, heightPx: number): number | null {
  if (widthPx < 2 * BLOCK_PX || heightPx < 2 * BLOCK_PX) return null;
  const across = differences(luma, heightPx, widthPx, widthPx, 1);
  const down = differences(luma, widthPx, heightPx, 1, widthPx);
  const border = Math.max(LEAST, (across.border + down.border) / 2);
  const activity = Math.max(LEAST, (across.activity + down.activity) / 2);
  const crossings = Math.max(LEAST, (across.crossings + down.crossings) / 2);
  return -245.8909 + 261.9373 * border ** -0.02398886 * activity ** 0.01601664 * crossings ** 0.00642859;
}

/** Along lines of `length` px that lie `lineStep` apart, in steps of `pixelStep`. */
function differences(luma: Uint8Array, lines: number, length: number, lineStep: number, pixelStep: number) {
  let sum = 0;
  // A turned or mirrored photo has its blocks counted from the other side.
  const fromStart = { sum: 0, count: 0 };
  const fromEnd = { sum: 0, count: 0 };
  let crossings = 0;
  for (let line = 0; line < lines; line += 1) {
    let before = 0;
    for (let place = 0, at = line * lineStep; place < length - 1; place += 1, at += pixelStep) {
      const difference = luma[at + pixelStep]! - luma[at]!;
      const magnitude = Math.abs(difference);
      sum += magnitude;
      if (place % BLOCK_PX === BLOCK_PX - 1) add(fromStart, magnitude);
      if ((length - 1 - place) % BLOCK_PX === 0) add(fromEnd, magnitude);
      if (before * difference < 0) crossings += 1;
      before = difference;
    }
  }
  const border = Math.max(fromStart.sum / fromStart.count, fromEnd.sum / fromEnd.count);
  const mean = sum / (lines * (length - 1));
  return {
    border,
    activity: (BLOCK_PX * mean - border) / (BLOCK_PX - 1),
    crossings: crossings / (lines * (length - 2)),
  };
}

function add(total: { sum: number; count: number }, value: number): void {
  total.sum += value;
  total.count += 1;
}
