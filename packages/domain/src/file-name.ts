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

/** Longest name in characters: the site's rule (original-system.md §2.1). */
export const FILE_NAME_MAX_CHARS = 150;
/** Longest name in bytes of UTF-8: the limit of ext4, XFS and most FTP servers; APFS and NTFS allow 255 characters. */
export const FILE_NAME_MAX_BYTES = 255;

/**
 * What two names share when they may not stand side by side: letter case, JPEG extension, Unicode form (NFKC), and the dots and spaces at
 * the end that Windows drops. Upper case first, because only that turns ß and ſ into what they are compared as.
 */
export function foldFileName(name: string): string {
  const upper = name.normalize('NFKC').toUpperCase().normalize('NFKC');
  const folded = upper.toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
  return folded.replace(/(?:\.(?:jpg|jpeg|jpe|jfif)|[. ])+$/u, '');
}

export type SplitFileName = {
  /** The name up to its sequence number, with the separator, spelt as it is: `Frozen_Lake_2025_`. */
  readonly stem: string;
  /** `stem` folded: what names of one series share. */
  readonly seriesKey: string;
  readonly sequence: number;
};

/** Takes a name apart; null when it does not end in a sequence number (`001`–`999`, or more digits without a leading zero). */
export function splitFileName(name: string): SplitFileName | null {
  const withoutExtension = name.replace(/(?:\.(?:jpg|jpeg|jpe|jfif)|[. ])+$/iu, '');
  const match = /^(.*?)((?<!\d)(?:\d{3}|[1-9]\d{3,14}))$/su.exec(withoutExtension);
  if (match === null) return null;
  const [, stem = '', digits = ''] = match;
  // Folded with the digits in place: alone, a stem could end in what folding takes for an extension.
  return { stem, seriesKey: foldFileName(withoutExtension).slice(0, -digits.length), sequence: Number(digits) };
}

/** `stem` with its number: three digits, four and more from 1000 on. */
export function numberedFileName(stem: string, sequence: number): string {
  return `${stem}${String(sequence).padStart(3, '0')}.JPG`;
}

/** Null when the name keeps both limits; otherwise what is wrong with its length, in words. */
export function fileNameLengthProblem(name: string): string | null {
  const chars = Array.from(name).length;
  if (chars > FILE_NAME_MAX_CHARS)
    return `has ${chars} characters, more than the ${FILE_NAME_MAX_CHARS} that the site allows`;
  const bytes = new TextEncoder().encode(name).length;
  if (bytes > FILE_NAME_MAX_BYTES)
    return `has ${bytes} bytes, more than the ${FILE_NAME_MAX_BYTES} that file systems allow`;
  return null;
}
