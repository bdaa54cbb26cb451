import type { PhotoOnSite } from './site-content.ts';

/** Every file and column that is other than it should be, each with both values. */
export function differences(shown: Omit<PhotoOnSite, 'id'>, expected: Omit<PhotoOnSite, 'id'>): readonly string[] {
  return [...differing(shown.files, expected.files), ...differing(shown.row ?? {}, expected.row ?? {})];
}

/** Of two sets of files by their paths, or of two rows by their columns. */
export function differing(
  shown: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
): readonly string[] {
  return [...new Set([...Object.keys(shown), ...Object.keys(expected)])]
    .filter((key) => shown[key] !== expected[key])
    .map((key) => `${key} is ${JSON.stringify(shown[key])} instead of ${JSON.stringify(expected[key])}`);
}
