/** Largest number that a TIFF RATIONAL can hold on either side. */
const uint32Max = 0xffff_ffff;

/** Closer than any exposure, aperture or focal length that a camera states. */
const relativeTolerance = 1e-7;

/**
 * The simplest fraction within a ten-millionth of `value` (continued fraction), so that 0.004 is written as 1/250 and 2.8 as 14/5.
 * `value` is finite and not negative; above 4,294,967,295 it cannot be written and is refused.
 */
export function exifFraction(value: number): readonly [number, number] {
  if (!Number.isFinite(value) || value < 0 || value > uint32Max) {
    throw new RangeError(`${value} cannot be written as an EXIF fraction`);
  }
  let [numerator, denominator] = [Math.floor(value), 1];
  let [lastNumerator, lastDenominator] = [1, 0];
  let rest = value - numerator;
  while (Math.abs(numerator / denominator - value) > value * relativeTolerance) {
    const term = Math.floor(1 / rest);
    const next = [term * numerator + lastNumerator, term * denominator + lastDenominator] as const;
    if (next[0] > uint32Max || next[1] > uint32Max) break;
    [lastNumerator, lastDenominator] = [numerator, denominator];
    [numerator, denominator] = next;
    rest = 1 / rest - term;
  }
  return [numerator, denominator];
}
