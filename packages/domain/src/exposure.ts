/**
 * The website's text for an exposure time in seconds: `1/250 sec`, `0.8 sec`, `20 sec` (original-system.md §1.4). Null for what is no
 * exposure time. Fractions up to a quarter of a second and one decimal above, as exiftool's PrintExposureTime prints them.
 */
export function exposureText(exposureTimeSeconds: number): string | null {
  if (!isPositive(exposureTimeSeconds)) return null;
  if (exposureTimeSeconds < 0.25001) return `1/${Math.round(1 / exposureTimeSeconds)} sec`;
  return `${exposureTimeSeconds.toFixed(1).replace(/\.0$/, '')} sec`;
}

/** The website's text for an f-number: `f/4.0`. Null for what is none, e.g. 0 from a lens without contacts. */
export function apertureText(fNumber: number): string | null {
  return isPositive(fNumber) ? `f/${fNumber.toFixed(1)}` : null;
}

function isPositive(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}
