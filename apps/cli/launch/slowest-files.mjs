/**
 * @typedef {{ name: string, startTime: number, endTime: number }} FileTime a test file and when it ran, in milliseconds
 */

const SHOWN = 15;

/**
 * The test files that took longest, the longest first, a line each: where to look when the tests take too long.
 *
 * @param {readonly FileTime[]} files
 * @param {(name: string) => string} shortened
 * @returns {string}
 */
export function slowestFiles(files, shortened) {
  const timed = files.map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }));
  const sorted = timed.toSorted((a, b) => b.seconds - a.seconds).slice(0, SHOWN);
  return sorted.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${shortened(name)}`).join('\n');
}
