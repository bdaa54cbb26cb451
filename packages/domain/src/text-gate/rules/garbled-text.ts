import { hitsOf, proseRule, type Hit } from '../define-rule.ts';
import { wordsOf } from '../word.ts';

/** UTF-8 read as Latin-1, and the sign for a character that could not be read. */
const MOJIBAKE = /\uFFFD+|[ÃÂ][\u0080-\u00BF]|â€[\u0080-\u2122]?|Ã[^\s\p{L}]/gu;
/** What belongs between a program and a model: its special tokens, escapes and entities. */
const CONTROL =
  /<\|[^|>]*\|?>?|\|>|\[\/?(?:INST|SYS|MASK|PAD|UNK|CLS|SEP|EOS|BOS|IMG|IMAGE|END|OUT|TOOL|USER|ASSISTANT)[^\]]*\]|<<\/?SYS>>|<\/?(?:s|unk|pad|eos|bos|image|img|sep|mask|end|start_of_\p{L}+|end_of_\p{L}+|\p{L}+_(?:token|start|end))\b[^>]*>|<0x[0-9A-F]{2}>|\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[nrt"])|\u2581|&(?:[a-z]{2,6}|#x?\d+);/giu;
/** What byte-level tokenizers write for a space and for a line's end; Maltese has both letters, at the beginning of a name. */
const SPACE_LETTERS =
  /(?<=\p{L})[\u0120\u010A]|(?<!\p{L})[\u0120\u010A](?=\p{Ll}*\s*[\u0120\u010A])|(?<=[\u0120\u010A]\p{Ll}*\s*)[\u0120\u010A]/gu;
/** Longest run of letters in an English caption; longer ones are words that lost their spaces. */
const LONGEST_WORD = 22;
/** Six consonants in a row are in no word that a caption needs; y counts as a vowel. */
const UNSPEAKABLE = /[bcdfghjklmnpqrstvwxz]{6,}/iu;
const FEWEST_TORN = 2;
const MIXED = /(?=.*\d.*[a-z].*\d)(?=.*[a-z].*\d.*[a-z])/u;

/** Letters that are no words. Words of the request and of the place are, however they look. */
export const garbledText = proseRule({
  id: 'garbled-text',
  severity: 'block',
  check(text, { subject, location, allowedPlaceNames }): readonly Hit[] {
    const typed = new Set(wordsOf([subject, location, ...allowedPlaceNames].join(' ')).map(({ folded }) => folded));
    const strange = wordsOf(text)
      .filter(({ text: word, folded }) => !typed.has(folded) && isGarbled(word))
      .map(({ text: word, start, end }) => ({ span: { start, end }, reason: `"${word}" is no word` }));
    return [
      ...hitsOf(text, MOJIBAKE, (found) => `"${found}" comes from a wrong character encoding`),
      ...hitsOf(text, CONTROL, (found) => `"${found}" is a sign between programs, not a word`),
      ...hitsOf(text, SPACE_LETTERS, (found) => `"${found}" is a sign between programs, not a word`),
      ...strange,
      ...tornWords(text, typed),
    ];
  },
});

/** Letters that stand alone where no word of English or of a name is one: one may be a mark, two are words that fell apart. */
function tornWords(text: string, typed: ReadonlySet<string>): readonly Hit[] {
  const words = wordsOf(text);
  const alone = words.filter(({ text: word, folded }, index) => {
    const isLetter = /^[b-hj-np-xz]$/u.test(word) && !typed.has(folded);
    return isLetter && !/\p{N}$/u.test(words[index - 1]?.text ?? '');
  });
  if (alone.length < FEWEST_TORN) return [];
  return alone.map(({ text: word, start, end }) => ({
    span: { start, end },
    reason: `"${word}" stands alone: a word fell apart`,
  }));
}

function isGarbled(word: string): boolean {
  const runs = word.split(/[-'’.&]/u);
  if (MIXED.test(word)) return true;
  return runs.some(
    (run) =>
      (/^\p{Script=Latin}+$/u.test(run) && run.length > LONGEST_WORD) || UNSPEAKABLE.test(run) || isKeyboardRow(run),
  );
}

/** A run along one row of the keyboard. */
function isKeyboardRow(run: string): boolean {
  const lower = run.toLowerCase();
  const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
  return (
    lower.length >= 4 &&
    Array.from({ length: lower.length - 3 }, (_, at) => lower.slice(at, at + 4)).some((four) =>
      rows.some((row) => row.includes(four) && !/^(?:wert|rope|tyui|poiu|were|erty)$/u.test(four)),
    )
  );
}
