import { writeSync } from 'node:fs';

/** The decoder process writes there how much memory it uses, and its parent reads it: what is known of it when it dies. */
const MEMORY_FD = 4;

/** One number a line. Throws when nobody reads any more: the parent is gone. */
export function reportMemory(residentBytes: number): void {
  writeSync(MEMORY_FD, `${residentBytes}\n`);
}

/** The last whole number of what was written so far; null before the first. */
export function lastReported(text: string): number | null {
  const lines = text.split('\n');
  const last = lines.at(-2);
  return last === undefined || last === '' ? null : Number(last);
}
