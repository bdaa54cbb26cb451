import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join, sep } from 'node:path';

const rename = fs.promises.rename;
const SITE = join(process.env['PROOFLINE_DATA'] ?? '', 'site') + sep;

/** The next `files` files that are renamed into place on the site are refused there, or are there without their last byte, as some servers do. */
export function spoilSite(how: 'refuse-rename' | 'store-short', files: number): void {
  let left = files;
  fs.promises.rename = async (from, to) => {
    const isSpoilt = left > 0 && String(to).startsWith(SITE);
    if (isSpoilt) left -= 1;
    if (isSpoilt && how === 'refuse-rename') {
      throw Object.assign(new Error(`EACCES: the chaos suite refuses to rename ${String(from)}`), { code: 'EACCES' });
    }
    await rename(from, to);
    if (isSpoilt) await fs.promises.truncate(to, (await fs.promises.stat(to)).size - 1);
  };
  syncBuiltinESMExports();
}
