import { cameraToken } from './camera.ts';
import { DomainError } from './domain-error.ts';
import { fillStem, usesToken } from './file-name-template.ts';
import type { FileNameTemplate } from './file-name-template.ts';
import { foldFileName, numberedFileName, splitFileName } from './folded-file-name.ts';
import { compareNaturally } from './natural-order.ts';
import type { PhotoFields } from './photo-metadata.ts';
import type { PhotoSetRequest } from './photo-set.ts';
import type { PhotoToName } from './photos-of-set.ts';
import type { Refusal } from './refusal.ts';
import { capitalise, slug } from './slug.ts';

/** A name given to a photo, as the ledger keeps it. */
export type FileNameReservation = {
  readonly photoId: number;
  /** The published name, e.g. `Frozen_Lake_Amsterdam_Netherlands_Nature_Photography_Canon_EOS_R5_Mark_II_2025_001.JPG`. */
  readonly name: string;
  /** `name` folded over case, extension and Unicode form (`foldFileName`); unique in the ledger. */
  readonly foldedKey: string;
  /** `foldedKey` without its sequence number: names of one series share it and are numbered together. */
  readonly seriesKey: string;
  readonly sequence: number;
};

/** What names exist. A name that is reserved, published or retired is taken; a released one is not. */
export type FileNameLedger = {
  /** Undefined when the series has no taken name. */
  series(seriesKey: string): FileNameSeries | undefined;
  isTaken(foldedKey: string): boolean;
};

export type FileNameSeries = {
  readonly highestSequence: number;
  /** `splitFileName(name).stem` of the name with that sequence: the spelling that the series already has on the site. */
  readonly stem: string;
};

/** How names are made; checked by `parseNamingSettings`. */
export type NamingSettings = {
  readonly template: FileNameTemplate;
  /** Stands for the camera of a photo that names none. */
  readonly fallbackCamera: string;
  /** Stands for the year of a photo without a capture time, in its name and as its folder on the site. */
  readonly fallbackYear: string;
};

/** The part of a set that its names are made of. */
export type Naming = Pick<PhotoSetRequest, 'subject' | 'location' | 'folderKey'>;

export type AssignedFileNames = {
  readonly reservations: readonly FileNameReservation[];
  /** Photos whose name would be too long. They take no number. */
  readonly refused: readonly { readonly photoId: number; readonly refusal: Refusal }[];
};

/** Longest name in characters: the site's rule (original-system.md §2.1). */
const MAX_CHARS = 150;
/** Longest name in bytes of UTF-8: the limit of ext4, XFS and most FTP servers; NTFS and APFS allow 255 characters. */
const MAX_BYTES = 255;
/** Room for the camera while it is not known: of the cameras we know of none has a longer token. */
const CAMERA_ROOM_CHARS = 30;

/**
 * Names for the photos of one set: numbered in the order of capture, each series on from the ledger's highest number and in the spelling
 * that the series has there. Depends on the photos and the ledger alone, not on the order of `photos`.
 */
export function assignFileNames(
  set: Naming & { readonly photos: readonly PhotoToName[] },
  ledger: FileNameLedger,
  settings: NamingSettings,
): AssignedFileNames {
  const emptyTokens = emptyTokenProblems(set, settings);
  if (emptyTokens.length > 0) throw new DomainError('invalid', emptyTokens);

  const nextOf = numbering(ledger);
  const reservations: FileNameReservation[] = [];
  const refused: { photoId: number; refusal: Refusal }[] = [];
  for (const photo of set.photos.toSorted(compareCapture)) {
    const series = nextOf(stemOf(set, photo.fields, settings));
    const { photoId } = photo;
    const lengthProblem = lengthProblemOf(series.next.name);
    if (lengthProblem === null) reservations.push({ photoId, ...series.take() });
    else refused.push({ photoId, refusal: tooLong(series.next.name, lengthProblem) });
  }
  return { reservations, refused };
}

/**
 * What the set's first name will look like, and why its names cannot be made, each problem in words; empty when they can. The camera is
 * not known yet: `name` shows the fallback, the length is judged with room for a long one, so that no photo fails at it later.
 */
export function previewFileName(
  set: Naming,
  settings: NamingSettings,
): { readonly name: string; readonly problems: readonly string[] } {
  const name = numberedFileName(stemOf(set, {}, settings), 1);
  const emptyTokens = emptyTokenProblems(set, settings);
  if (emptyTokens.length > 0) return { name, problems: emptyTokens };

  const longest = {
    ...settings,
    fallbackCamera: settings.fallbackCamera.padEnd(CAMERA_ROOM_CHARS, 'X'),
    fallbackYear: settings.fallbackYear.padEnd(4, 'X'),
  };
  const lengthProblem = lengthProblemOf(numberedFileName(stemOf(set, {}, longest), 1));
  if (lengthProblem === null) return { name, problems: [] };
  const room = usesToken(settings.template, 'camera')
    ? `, with room for a camera of ${CAMERA_ROOM_CHARS} characters`
    : '';
  return { name, problems: [`a name like ${name} ${lengthProblem}${room}; shorten the subject or the location`] };
}

/** The year that a photo is filed under, e.g. `2025`; null without a capture time. Never the current year. */
export function captureYear(fields: Pick<PhotoFields, 'dateTimeOriginal'>): string | null {
  const year = /^(\d{4})-/u.exec(fields.dateTimeOriginal ?? '')?.[1];
  return year === undefined || year === '0000' ? null : year;
}

function stemOf(set: Naming, fields: PhotoFields, settings: NamingSettings): string {
  const folder = capitalise(slug(set.folderKey));
  return fillStem(settings.template, {
    subject: slug(set.subject),
    location: capitalise(slug(set.location)),
    folder,
    folderPhotography: /photography$/iu.test(folder) ? folder : `${folder}_Photography`,
    camera: cameraToken(fields.make, fields.model) ?? settings.fallbackCamera,
    year: captureYear(fields) ?? settings.fallbackYear,
  });
}

function emptyTokenProblems(set: Naming, { template }: NamingSettings): readonly string[] {
  const parts = [
    ['subject', set.subject, usesToken(template, 'subject')],
    ['location', set.location, usesToken(template, 'location')],
    ['folder key', set.folderKey, usesToken(template, 'folder', 'folderPhotography')],
  ] as const;
  return parts
    .filter(([, text, used]) => used && slug(text) === '')
    .map(
      ([what, text]) =>
        `the ${what} ${JSON.stringify(text)} has no letter or digit to make a file name of; give it some`,
    );
}

/** By capture time (wall time and sub-seconds, as the camera wrote them), those without one last; then as a person orders the files. */
function compareCapture(a: PhotoToName, b: PhotoToName): number {
  return (
    compareText(captureKey(a.fields), captureKey(b.fields)) ||
    compareNaturally(a.originalFileName, b.originalFileName) ||
    compareNaturally(a.sourceRelativePath, b.sourceRelativePath)
  );
}

/** Sub-seconds are digits behind the point: `5` is half a second, more than `49`. */
function captureKey({ dateTimeOriginal, subSecTimeOriginal }: PhotoFields): string {
  return dateTimeOriginal === undefined ? '~' : `${dateTimeOriginal}.${(subSecTimeOriginal ?? '').replace(/0+$/u, '')}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type NumberedName = Omit<FileNameReservation, 'photoId'>;

/** Gives each stem its series; a series offers its next free name, and goes on when that is taken. */
function numbering(ledger: FileNameLedger) {
  const seriesByKey = new Map<string, { next: NumberedName; take(): NumberedName }>();
  return (stem: string) => {
    const { seriesKey } = nameIn(stem, 1);
    const started = seriesByKey.get(seriesKey) ?? startSeries(stem, seriesKey, ledger);
    seriesByKey.set(seriesKey, started);
    return started;
  };
}

function startSeries(stem: string, seriesKey: string, ledger: FileNameLedger) {
  const known = ledger.series(seriesKey);
  const spelling = known !== undefined && isSafeSpelling(known.stem, seriesKey) ? known.stem : stem;
  const series = {
    next: nextFree(spelling, known?.highestSequence ?? 0, ledger),
    take() {
      const taken = series.next;
      series.next = nextFree(spelling, taken.sequence, ledger);
      return taken;
    },
  };
  return series;
}

function nextFree(stem: string, after: number, ledger: FileNameLedger): NumberedName {
  let candidate = nameIn(stem, after + 1);
  while (ledger.isTaken(candidate.foldedKey)) candidate = nameIn(stem, candidate.sequence + 1);
  return candidate;
}

function nameIn(stem: string, sequence: number): NumberedName {
  const name = numberedFileName(stem, sequence);
  const split = splitFileName(name);
  if (split === null) throw new Error(`the file name ${name} cannot be taken apart again`);
  return { name, foldedKey: foldFileName(name), seriesKey: split.seriesKey, sequence };
}

/** An imported name may be spelt in ways that we do not write; then the series goes on in our spelling. */
function isSafeSpelling(stem: string, seriesKey: string): boolean {
  return /^[\p{L}\p{N}_-]*$/u.test(stem) && stem.normalize('NFKC') === stem && nameIn(stem, 1).seriesKey === seriesKey;
}

function lengthProblemOf(name: string): string | null {
  const chars = Array.from(name).length;
  if (chars > MAX_CHARS) return `has ${chars} characters, more than the ${MAX_CHARS} that the site allows`;
  const bytes = new TextEncoder().encode(name).length;
  return bytes > MAX_BYTES ? `has ${bytes} bytes, more than the ${MAX_BYTES} that file systems allow` : null;
}

function tooLong(name: string, lengthProblem: string): Refusal {
  return {
    code: 'name-too-long',
    reason: `its name ${name} ${lengthProblem}; nothing of it was published; add it in a set with a shorter subject or location`,
  };
}
