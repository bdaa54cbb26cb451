/** What the light may be called at a height of the sun, in degrees. The limits are those of civil twilight and of low, warm light. */
export function sunWords(altitudeDegrees: number): string {
  if (altitudeDegrees < -6) return 'it is night';
  if (altitudeDegrees < 0) return 'it is twilight, the sun is below the horizon';
  if (altitudeDegrees < 10) return 'the sun is low above the horizon';
  return 'it is full daylight; there is neither sunrise nor sunset';
}
