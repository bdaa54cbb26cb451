/**
 * Text → a token that is safe as part of a file name on Windows, Linux and macOS, over FTP and in an address: letters, digits and single
 * underscores. The original's rule (original-system.md §2.1): `&` is "and", everything that is no word becomes one underscore, case is kept.
 *
 * Latin letters end as ASCII (Łódź → Lodz), because servers disagree about accents. Letters of other scripts stay what they are,
 * composed and without loose marks: a machine's romanisation reads worse than the original (Hebrew loses its vowels, 東京 gets a
 * Mandarin reading), and all that is dangerous in them is gone. Whoever wants Latin letters types them.
 *
 * Empty only for text without any letter or digit. Slugging a slug changes nothing.
 */
export function slug(text: string): string {
  const words = toPlainLetters(text)
    .replaceAll('&', ' and ')
    .replaceAll(AIRCRAFT_HYPHEN, HYPHEN_KEPT)
    .replace(/[^\p{L}\p{Nd}\p{Nl}\uE000]+/gu, '_')
    .replaceAll(HYPHEN_KEPT, '-')
    .replace(/^_|_$/gu, '');
  return words === '' ? codePointNames(text) : words;
}

/** Each word of a token with a capital: what the site does with locations and folders. Words that have capitals keep them. */
export function capitalise(token: string): string {
  return token.replace(/(?<=^|_)[\p{Script=Latin}\p{Script=Cyrillic}]/gu, (letter) => letter.toUpperCase());
}

/**
 * Aviation terms keep their hyphen, as on the site: registrations (PH-BXA, G-VIIA) and types (787-9, 72-600, A320-200).
 * Anywhere else a hyphen is a word break.
 */
const AIRCRAFT_HYPHEN =
  /(?<=(?<![\p{L}\p{N}-])(?:[A-Z][A-Z0-9]?|[0-9][A-Z]))-(?=[A-Z0-9]{3,5}(?![\p{L}\p{N}-]))|(?<=(?<![\p{L}\p{N}-])[A-Z]{0,2}\d{2,3})-(?=\d{1,3}[A-Z]{0,3}(?![\p{L}\p{N}-]))/gu;

/** A private-use character stands for a hyphen that stays; text cannot bring one in, `toPlainLetters` takes those out. */
const HYPHEN_KEPT = '\uE000';

/** Latin letters that Unicode does not take apart into a base letter and marks. */
const latinLetters: Readonly<Record<string, string>> = {
  Æ: 'Ae',
  æ: 'ae',
  Œ: 'Oe',
  œ: 'oe',
  Ø: 'O',
  ø: 'o',
  Ð: 'D',
  ð: 'd',
  Đ: 'D',
  đ: 'd',
  Þ: 'Th',
  þ: 'th',
  Ł: 'L',
  ł: 'l',
  Ħ: 'H',
  ħ: 'h',
  Ŧ: 'T',
  ŧ: 't',
  Ŋ: 'N',
  ŋ: 'n',
  Ə: 'E',
  ə: 'e',
  ẞ: 'SS',
  ß: 'ss',
  ı: 'i',
  ĸ: 'k',
  ſ: 's',
  ƒ: 'f',
};

function toPlainLetters(text: string): string {
  return (
    text
      // Invisible by design: bidi controls, joiners, soft hyphens, variation selectors, Hangul fillers.
      .replace(/[\p{Default_Ignorable_Code_Point}\p{Co}]/gu, '')
      .normalize('NFKC')
      .replace(/\p{Script=Latin}/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
      .replace(/\p{Script=Latin}/gu, (letter) => latinLetters[letter] ?? letter)
      .replace(/\p{M}/gu, '')
      .normalize('NFC')
  );
}

/** For the few letters that are nothing but a mark or invisible: their code points, so that the token is still a name. */
function codePointNames(text: string): string {
  const letters = text.match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.map((letter) => `U${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join('_');
}
