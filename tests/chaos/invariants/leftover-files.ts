import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Invariant } from './invariant.ts';

/** What is half written has one of these names. The engine's cache is its own. */
const TEMPORARY = /(^|\/)\.(proofline|probe)-|\.(tmp|part)$/;

/** After recovery every file that the system made is one that a row points to, and every row's file is there. */
export const leftoverFiles: Invariant = {
  name: 'no temporary file and no file of a run that is no more',
  async check({ rows, workFiles, siteFiles, dataFolder }) {
    const held = new Set(
      rows<{ path: string }>(
        `SELECT path FROM renditions UNION ALL SELECT working_path FROM photos WHERE working_path IS NOT NULL`,
      ).map(({ path }) => path),
    );
    const there = new Set(workFiles);
    const loose = (await readdir(dataFolder)).filter((name) => TEMPORARY.test(name));
    return [
      ...workFiles.filter((path) => !held.has(path)).map((path) => `no row points to ${path}`),
      ...[...held].filter((path) => !there.has(path)).map((path) => `a row points to ${path}, which is not there`),
      ...[...siteFiles.filter((path) => TEMPORARY.test(path)), ...loose].map((path) => `${path} was left half written`),
      ...(await emptyFolders(join(dataFolder, 'work'))),
    ];
  },
};

const ATTEMPT_FOLDER = /^[a-z-]+-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Folders of runs that hold nothing: of one that left no result, or of one whose files went and the folder stayed. */
async function emptyFolders(work: string): Promise<readonly string[]> {
  const entries = await readdir(work, { recursive: true, withFileTypes: true });
  const filled = new Set(entries.map(({ parentPath }) => parentPath));
  return entries
    .filter((entry) => entry.isDirectory() && ATTEMPT_FOLDER.test(entry.name))
    .filter(({ parentPath, name }) => !filled.has(join(parentPath, name)))
    .map(({ name }) => `the folder ${name} holds nothing`);
}
