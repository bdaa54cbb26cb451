/**
 * How alike two texts are, 0…1: twice the characters in common over all characters, where common is the longest shared run and, again, what is
 * left and right of it. Ratcliff and Obershelp's measure as in Python's difflib (without its junk rule), which the original used.
 */
export function similarityRatio(a: string, b: string): number {
  const total = a.length + b.length;
  return total === 0 ? 1 : (2 * commonLength(a, b)) / total;
}

function commonLength(a: string, b: string): number {
  const run = longestSharedRun(a, b);
  if (run.length === 0) return 0;
  const left = commonLength(a.slice(0, run.inA), b.slice(0, run.inB));
  const right = commonLength(a.slice(run.inA + run.length), b.slice(run.inB + run.length));
  return left + run.length + right;
}

function longestSharedRun(a: string, b: string): { inA: number; inB: number; length: number } {
  let longest = { inA: 0, inB: 0, length: 0 };
  for (let inA = 0; inA < a.length; inA += 1) {
    for (let inB = 0; inB < b.length; inB += 1) {
      let length = 0;
      while (inA + length < a.length && a[inA + length] === b[inB + length]) length += 1;
      if (length > longest.length) longest = { inA, inB, length };
    }
  }
  return longest;
}
