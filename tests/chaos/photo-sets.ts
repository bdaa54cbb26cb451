import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PhotoState } from '@proofline/domain/photo.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { seededShare } from './seeded-random.ts';
import { endOf, reviewedLater, usualShares, wishFor, type Wish, type WishShares } from './wish.ts';

/** One folder of photos that the person adds, and what is to become of it. */
export type PlannedSet = {
  /** Unique in the campaign: the person knows the set by it again after a kill. */
  readonly subject: string;
  readonly sourceFolder: string;
  /** The whole set is taken back as soon as its first photo is in review. */
  readonly isRolledBack: boolean;
  readonly shares: WishShares;
  /** `ollama`: a model drafts it, and the person has not come to it yet when all is over. */
  readonly captioner: 'template' | 'ollama';
  /** Files that are refused whatever a person wants, with the code. */
  readonly refused: Readonly<Record<string, string>>;
};

const SHARE_ROLLED_BACK = 0.15;

/** Writes the folders: `photos` in all, spread over sets of `perSet`; each set holds a copy of its first photo and one that breaks off. */
export async function makePhotoSets(
  folder: string,
  {
    seed,
    photos,
    perSet,
    shares = usualShares,
    modelDraftsEveryNth = null,
  }: {
    readonly seed: number;
    readonly photos: number;
    readonly perSet: number;
    readonly shares?: WishShares;
    readonly modelDraftsEveryNth?: number | null;
  },
): Promise<readonly PlannedSet[]> {
  const sets: PlannedSet[] = [];
  for (let startAt = 1; startAt <= photos; startAt += perSet) {
    const subject = `Chaos Set ${sets.length + 1}`;
    const isDraftedByModel = modelDraftsEveryNth !== null && (startAt - 1) % (perSet * modelDraftsEveryNth) === 0;
    const by = isDraftedByModel
      ? ({ captioner: 'ollama', shares: reviewedLater } as const)
      : ({ captioner: 'template', shares } as const);
    const sourceFolder = join(folder, `set ${sets.length + 1}`);
    await generatePhotos(sourceFolder, Math.min(perSet, photos + 1 - startAt), { startAt });
    const refused = await addBadFiles(sourceFolder, startAt);
    const isRolledBack = seededShare(seed, subject) < SHARE_ROLLED_BACK;
    sets.push({ subject, sourceFolder, isRolledBack, refused, ...by });
    // A folder that was taken back comes again: its photos and names must be free.
    if (isRolledBack) sets.push({ subject: `${subject} Again`, sourceFolder, isRolledBack: false, refused, ...by });
  }
  return sets;
}

export function wishOf(seed: number, { subject, isRolledBack, shares }: PlannedSet, fileName: string): Wish {
  return isRolledBack ? 'leave' : wishFor(seed, subject, fileName, shares);
}

/** The states in which the photo may be when all is over. */
export function expectedEnds(seed: number, set: PlannedSet, fileName: string): readonly PhotoState[] {
  if (set.isRolledBack) return fileName in set.refused ? ['rolled-back', 'refused'] : ['rolled-back'];
  if (fileName in set.refused) return ['refused'];
  return [endOf[wishOf(seed, set, fileName)]];
}

async function addBadFiles(folder: string, number: number): Promise<Readonly<Record<string, string>>> {
  const whole = join(folder, `IMG_${number}.JPG`);
  const bytes = await readFile(whole);
  await copyFile(whole, join(folder, 'ZZZ_copy.JPG'));
  await writeFile(join(folder, 'ZZZ_cut.JPG'), bytes.subarray(0, Math.floor(bytes.length / 2)));
  return { 'ZZZ_copy.JPG': 'duplicate', 'ZZZ_cut.JPG': 'truncated' };
}
