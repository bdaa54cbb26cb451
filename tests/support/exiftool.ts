import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import type { ExiftoolRow } from './exiftool-oracle.ts';

/** Without exiftool there is nothing to compare with: where CI runs that is an error, elsewhere it is said aloud. */
export function isExiftoolHere(): boolean {
  if (spawnSync('exiftool', ['-ver']).status === 0) return true;
  const remedy = 'exiftool is missing: install it (Debian: apt-get install libimage-exiftool-perl)';
  if (process.env['CI'] === 'true') throw new Error(remedy);
  console.warn(`SKIPPED, what exiftool reads in published files was not compared: ${remedy}`);
  return false;
}

/** What exiftool reads of every JPEG below `folder`, by path below it with `/`. */
export async function exiftoolTable(folder: string): Promise<ReadonlyMap<string, ExiftoolRow>> {
  const { stdout } = await promisify(execFile)('exiftool', ['-j', '-n', '-G1', '-r', '-ext', 'jpg', '.'], {
    cwd: folder,
    maxBuffer: 256 * 1024 * 1024,
  });
  return byPath(JSON.parse(stdout) as readonly ExiftoolRow[]);
}

export const byPath = (rows: readonly ExiftoolRow[]): ReadonlyMap<string, ExiftoolRow> =>
  new Map(rows.map((row) => [String(row['SourceFile']).replace(/^\.\//, ''), row]));
