import { closeSync, existsSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

export type LogFile = { readonly write: (line: string) => void; readonly close: () => void };

/**
 * Appends lines to `path` and keeps the last `keep` full files beside it as `path.1` (newest) … `path.<keep>`. Each line is handed to the
 * operating system at once, so that the last words of a crashing process are there.
 */
export function openLogFile(path: string, { maxBytes, keep }: { maxBytes: number; keep: number }): LogFile {
  let file = openSync(path, 'a');
  let bytes = fstatSync(file).size;
  return {
    write(line) {
      const content = Buffer.from(line);
      if (bytes > 0 && bytes + content.length > maxBytes) {
        closeSync(file);
        shift(path, keep);
        file = openSync(path, 'a');
        bytes = 0;
      }
      bytes += writeSync(file, content);
    },
    close: () => closeSync(file),
  };
}

function shift(path: string, keep: number): void {
  for (let age = keep - 1; age >= 1; age -= 1)
    if (existsSync(`${path}.${age}`)) renameSync(`${path}.${age}`, `${path}.${age + 1}`);
  renameSync(path, `${path}.1`);
}
