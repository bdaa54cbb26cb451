/** One word of a text and where it stands, in UTF-16 offsets. */
export type Word = { readonly text: string; readonly folded: string; readonly start: number; readonly end: number };

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-.&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

/** Some forty rules ask for the words of the same few texts, one after the other. */
const lately = new Map<string, readonly Word[]>();
const LATELY = 32;

export function wordsOf(text: string): readonly Word[] {
  const known = lately.get(text);
  if (known !== undefined) return known;
  const words = splitIntoWords(text);
  if (lately.size >= LATELY) lately.clear();
  lately.set(text, words);
  return words;
}

function splitIntoWords(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    folded: foldName(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Counted as people do: what has spaces around it and holds a letter or digit. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Lower case, no accents, one space where anything else stood: how names and words are compared. */
export function foldName(text: string): string {
  // Most words are plain, and then there is nothing else to do.
  if (/^[A-Za-z0-9]+$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[łøđæœßı]/gu, (letter) => foldedLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const foldedLetters: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i' };

/** The first word of a sentence has a capital whatever it is. */
export function startsSentence(text: string, { start }: Pick<Word, 'start'>): boolean {
  return /(?:^|[.!?:;]["'”’)]?\s+|^["'“‘(]+)$/u.test(text.slice(0, start));
}

/**
 * The part of an English word that its forms share: trams and tram, cities and city, harvesting and harvest. Rough on purpose: it only says that
 * two words may be the same.
 */
export function stemOf(folded: string): string {
  if (folded.length <= 3) return folded;
  return folded
    .replace(/ies$/u, 'y')
    .replace(/(?<=(?:s|x|z|ch|sh))es$/u, '')
    .replace(/(?<![su])s$/u, '')
    .replace(/(?<=[a-z]{4})(?:ing|ed|er|ers)$/u, '')
    .replace(/(?<=[a-z]{3})e$/u, '');
}
