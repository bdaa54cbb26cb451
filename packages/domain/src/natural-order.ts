/**
 * Compares two file names or paths as a person reads them: runs of digits as numbers, letter case last, `/` before everything,
 * so that a folder's files stay together. A total order that needs no locale: the same on every machine and Node version.
 */
export function compareNaturally(a: string, b: string): number {
  return compareChunks(a.toLowerCase(), b.toLowerCase()) || compareText(a, b);
}

/** Digits of any length, or one other character (by code point). */
const CHUNK = /\d+|\D/gu;

function compareChunks(a: string, b: string): number {
  const left = a.match(CHUNK) ?? [];
  const right = b.match(CHUNK) ?? [];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const order = compareChunk(left[index] ?? '', right[index] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareChunk(a: string, b: string): number {
  if (isDigits(a) && isDigits(b)) return compareNumbers(a, b);
  if (a === '/' || b === '/') return Number(b === '/') - Number(a === '/');
  return compareText(a, b);
}

function isDigits(chunk: string): boolean {
  return chunk >= '0' && chunk < ':';
}

/** As text, because a camera's counter may be longer than a number is exact: fewer digits first, then digit by digit. */
function compareNumbers(a: string, b: string): number {
  const left = a.replace(/^0+/, '');
  const right = b.replace(/^0+/, '');
  return left.length - right.length || compareText(left, right);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
