import type { Captioners } from '../captioners.ts';
import { Blocked } from '@proofline/domain/blocking.ts';
import { previewFileName, type NamingSettings } from '@proofline/domain/file-name.ts';
import { findFolderKey, nearestFolderKeys, type FolderMap } from '@proofline/domain/folder-map.ts';
import { neededRoomBytes } from '@proofline/domain/needed-room.ts';
import type { PhotoIntake } from '@proofline/domain/photo-intake.ts';
import type { PhotoSet, PhotoSetDesk } from '@proofline/domain/photo-set.ts';
import type { SourceFile } from '@proofline/domain/photo.ts';
import { defineStage, done, setRefused } from '@proofline/domain/stage.ts';

type Needs = {
  readonly sets: PhotoSetDesk;
  readonly intake: PhotoIntake;
  readonly folderMap: FolderMap;
  readonly naming: NamingSettings;
  readonly captioners: Captioners;
  /** Free bytes where the data folder lives. */
  readonly freeBytes: () => Promise<number>;
  /** Bytes that would be free there if nothing were on that disk. */
  readonly diskBytes: () => Promise<number>;
};

/**
 * Looks at everything that would stop the set before anything is changed, and says all of it at once. Too little room now stops nothing for good: the
 * set waits for it.
 */
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
      ...sizeProblems(listing.files, await needs.diskBytes()),
    ];
    if (problems.length > 0) return setRefused(problems);
    assertRoom(setId, listing.files, await needs.freeBytes());
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

function sizeProblems(files: readonly SourceFile[], diskBytes: number): readonly string[] {
  const needed = neededRoomBytes(files);
  if (needed <= diskBytes) return [];
  return [
    `the set needs about ${roundedUp(needed)} MB in the data folder, whose whole disk holds ${roundedDown(diskBytes)} MB; add the photos in smaller sets or point PROOFLINE_DATA to a larger disk`,
  ];
}

function assertRoom(setId: number, files: readonly SourceFile[], freeBytes: number): void {
  const needed = neededRoomBytes(files);
  if (needed <= freeBytes) return;
  throw new Blocked(
    'disk-full',
    `set ${setId} needs about ${roundedUp(needed)} MB in the data folder and ${roundedDown(freeBytes)} MB are free; none of its photos was taken in yet; rolled back, it lets later sets go on`,
  );
}

const roundedUp = (bytes: number) => Math.ceil(bytes / 1_000_000);
const roundedDown = (bytes: number) => Math.floor(bytes / 1_000_000);
