import type { Captioners } from '../captioners.ts';
import { previewFileName, type NamingSettings } from '@proofline/domain/file-name.ts';
import { findFolderKey, nearestFolderKeys, type FolderMap } from '@proofline/domain/folder-map.ts';
import type { PhotoIntake } from '@proofline/domain/photo-intake.ts';
import type { PhotoSet, PhotoSetDesk } from '@proofline/domain/photo-set.ts';
import type { SourceFile } from '@proofline/domain/photo.ts';
import { defineStage, done, setRefused } from '@proofline/domain/stage.ts';

/** Room for renditions, planes and the published images of one photo, beside the working copy of its original. */
const WORK_BYTES_PER_PHOTO = 8_000_000;
/** Left free whatever a set needs, so that the database and the system go on working. */
const RESERVED_BYTES = 500_000_000;

type Needs = {
  readonly sets: PhotoSetDesk;
  readonly intake: PhotoIntake;
  readonly folderMap: FolderMap;
  readonly naming: NamingSettings;
  readonly captioners: Captioners;
  /** Free bytes where the data folder lives. */
  readonly freeBytes: () => Promise<number>;
};

/** Looks at everything that would stop the set before anything is changed, and says all of it at once. */
export const validateSet = defineStage<'validate-set', Needs>({
  name: 'validate-set',
  subject: 'set',
  maxAttempts: 3,
  timeoutMs: 10 * 60_000,
  backoffMs: 1_000,
  concurrency: 1,
  undoes: ['sourceFiles'],
  async run(setId, needs, { signal }) {
    const set = needs.sets.get(setId);
    const listing = await needs.intake.list(set.sourceFolder, set.includeSubfolders, signal);
    const problems = [
      ...listing.problems,
      ...folderKeyProblems(set, needs.folderMap),
      ...nameProblems(set, needs.naming),
      ...(await captionerProblems(set, needs.captioners, signal)),
      ...spaceProblems(listing.files, await needs.freeBytes()),
    ];
    if (problems.length > 0) return setRefused(problems);
    return done({ sourceFiles: { files: listing.files, ignored: listing.ignored } });
  },
});

function folderKeyProblems(set: PhotoSet, folderMap: FolderMap): readonly string[] {
  if (Object.hasOwn(folderMap, set.folderKey)) return [];
  const near = findFolderKey(folderMap, set.folderKey) ?? nearestFolderKeys(folderMap, set.folderKey)[0];
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  return [`the folder key ${set.folderKey} is not in the folder map (${Object.keys(folderMap).join(', ')})${hint}`];
}

function nameProblems(set: PhotoSet, naming: NamingSettings): readonly string[] {
  return previewFileName(set, naming).problems;
}

async function captionerProblems(
  set: PhotoSet,
  captioners: Captioners,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const captioner = Object.hasOwn(captioners, set.captioner) ? captioners[set.captioner] : undefined;
  if (captioner !== undefined) return (await captioner.problems(signal)).map(({ reason }) => reason);
  return [`there is no captioner ${set.captioner}; there is: ${Object.keys(captioners).join(', ')}`];
}

function spaceProblems(files: readonly SourceFile[], freeBytes: number): readonly string[] {
  const needed =
    files.reduce((sum, file) => sum + file.bytes, 0) + files.length * WORK_BYTES_PER_PHOTO + RESERVED_BYTES;
  if (needed <= freeBytes) return [];
  return [
    `the set needs about ${Math.ceil(needed / 1_000_000)} MB in the data folder and ${Math.floor(freeBytes / 1_000_000)} MB are free; free some space or point PROOFLINE_DATA to a larger disk`,
  ];
}
