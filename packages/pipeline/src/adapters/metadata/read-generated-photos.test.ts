import { execFile, execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { tagsForExiftool } from '../../../../../tests/support/exiftool-cases.ts';
import { exiftoolDisagreements, type ExiftoolRow } from '../../../../../tests/support/exiftool-oracle.ts';
import { temporaryFolder } from '../../../../../tests/support/temporary-folder.ts';
import { readPhotoFields } from './read-photo-fields.ts';

const run = promisify(execFile);

const formats = ['jpeg', 'png', 'webp', 'tiff', 'avif', 'gif'] as const;
type Format = (typeof formats)[number];

describe.skipIf(!isExiftoolHere())('photos that exiftool writes', () => {
  test.for(formats)('as %s read the same to us as to exiftool', { timeout: 600_000 }, async (format) => {
    const folder = await temporaryFolder();
    const written = await writePhotos(folder, format);
    const rows = await readWithExiftool(folder);

    expect(rows.length).toBe(written);
    const disagreements = [];
    for (const row of rows) {
      const fields = await readPhotoFields(String(row['SourceFile']));
      for (const difference of exiftoolDisagreements(fields, row)) {
        disagreements.push(`${String(row['System:FileName'])}: ${difference}`);
      }
    }
    expect(disagreements).toEqual([]);
  });
});

/** One file for each case, all written by one process. Not every format takes EXIF and IPTC: there the case has less to say. */
async function writePhotos(folder: string, format: Format): Promise<number> {
  const picture = sharp({ create: { width: 12, height: 8, channels: 3, background: '#369' } });
  const bytes = await picture.toFormat(format).toBuffer();
  const commands: string[] = [];
  for (const [name, tags] of Object.entries(tagsForExiftool)) {
    const path = join(folder, `${name}.${format}`);
    await writeFile(path, bytes);
    commands.push('-m', '-q', '-q', '-overwrite_original', ...tags, path, '-execute');
  }
  const argumentFile = join(folder, 'arguments');
  await writeFile(argumentFile, commands.join('\n'));
  await run('exiftool', ['-@', argumentFile]);
  return Object.keys(tagsForExiftool).length;
}

async function readWithExiftool(folder: string): Promise<readonly ExiftoolRow[]> {
  const extensions = formats.flatMap((extension) => ['-ext', extension]);
  const { stdout } = await run('exiftool', ['-j', '-n', '-G1', ...extensions, folder], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as ExiftoolRow[];
}

/** Without exiftool there is nothing to compare with: where CI runs that is an error, elsewhere it is said aloud. */
function isExiftoolHere(): boolean {
  try {
    execFileSync('exiftool', ['-ver']);
    return true;
  } catch (error) {
    if (process.env['CI'] === 'true')
      throw new Error('exiftool is not installed, so that no test compares with it', { cause: error });
    console.warn(
      'skipped: exiftool is not installed, so nothing compares our reading with it (apt-get install libimage-exiftool-perl)',
    );
    return false;
  }
}
