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
      ...(await emptyFoldersOfNobody(
        join(dataFolder, 'work'),
        new Set(
          rows<{ token: string }>(
            `SELECT run_token AS token FROM stage_attempts WHERE outcome = 'done' AND undone_at IS NULL`,
          ).map(({ token }) => token),
        ),
      )),
    ];
  },
};

const ATTEMPT_FOLDER = /^[a-z-]+-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Folders of runs whose result does not stand. */
async function emptyFoldersOfNobody(work: string, standing: ReadonlySet<string>): Promise<readonly string[]> {
  const entries = await readdir(work, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => {
    const token = entry.isDirectory() ? ATTEMPT_FOLDER.exec(entry.name)?.[1] : undefined;
    return token === undefined || standing.has(token)
      ? []
      : [`the folder ${entry.name} belongs to a run that left no result`];
  });
}
