/**
 * What two names share when they may not stand side by side: letter case, JPEG extension, Unicode form (NFKC), and the dots and spaces at
 * the end that Windows drops. Through upper case, because only that turns ß and ſ into what they are compared as; lower case before it, for ẞ.
 */
export function foldFileName(name: string): string {
  const upper = name.normalize('NFKC').toLowerCase().toUpperCase().normalize('NFKC');
  return upper.toLowerCase().normalize('NFKC').replace(ENDING, '');
}

export type SplitFileName = {
  /** The name up to its sequence number, with the separator, spelt as it is: `Frozen_Lake_2025_`. */
  readonly stem: string;
  /** What names of one series share: the folded name without its number. */
  readonly seriesKey: string;
  readonly sequence: number;
};

/** Takes a name apart; null when it does not end in a sequence number (`001`–`999`, or more digits without a leading zero). */
export function splitFileName(name: string): SplitFileName | null {
  const match = SEQUENCE.exec(name.replace(ENDING, ''));
  if (match === null) return null;
  const [, stem = '', digits = ''] = match;
  // Folded with the number in place: alone, a stem could end in what folding takes for an extension.
  return { stem, seriesKey: foldFileName(stem + digits).slice(0, -digits.length), sequence: Number(digits) };
}

/** `stem` with its number: three digits, four and more from 1000 on. */
export function numberedFileName(stem: string, sequence: number): string {
  return `${stem}${String(sequence).padStart(3, '0')}.JPG`;
}

const ENDING = /(?:\.(?:jpg|jpeg|jpe|jfif)|[. ])+$/iu;

/** 15 digits are the most that a number holds exactly. */
const SEQUENCE = /^(.*?)((?<!\d)(?:\d{3}|[1-9]\d{3,14}))$/su;
