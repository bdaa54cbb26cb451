import { proseRule, type Hit } from '../define-rule.ts';
import { functionWords } from '../function-words.ts';
import { beginsWord, sensesOf } from '../style/word-senses.ts';
import { wordsOf, type Word } from '../word.ts';

/** Words that cannot end an English sentence or phrase: something has to follow. */
const openers = words(
  'a an the and or nor of into onto from towards toward because although while whereas if than their my our your every is are was were been being has have had will would can could should may might whose very extremely slightly highly via upon whom among',
);
/** These may, where a full stop says that it is meant: nobody to talk to. */
const openWithoutStop = words(
  'but with without among between beneath beside amid amidst along against during as his her its this that these those be which who to at for in on by near several various multiple numerous other another same next',
);
/** Adjectives of colour and the like: behind an article they wait for their noun ("a person in a teal"). */
const waiting = words(
  'red blue green yellow orange purple pink brown black white grey gray teal beige turquoise crimson golden dark light bright pale large small big tall short long old young new wooden colorful colourful',
);
const VERB_OPEN =
  /^(?:holding|wearing|carrying|looking|featuring|showing|surrounded|covered|including|containing|pulling|leading|facing)$/u;
/** What with a full stop may mean: to be seen, to be ahead. */
const NEEDS_NOTHING = /ed$|^(?:showing|leading|looking)$/u;
/** From so many on, pieces between commas that are no clause are keywords, not a sentence. */
const FEWEST_PIECES = 6;
const LONGEST_PIECE = 4;

/** A sentence that was cut off: a model ran out of tokens. */
export const cutOffSentence = proseRule({
  id: 'cut-off-sentence',
  severity: 'block',
  check(text, { subject, location }): readonly Hit[] {
    const said = wordsOf(text);
    const last = said.at(-1);
    if (last === undefined || said.length < 2) return [];
    const rest = { start: last.start, end: text.length };
    if (/(?:…|\.\.\.|[,;:–—-])["'”’]?\s*$/u.test(text))
      return [{ span: rest, reason: `the sentence breaks off behind "${last.text}"` }];
    const before = said.at(-2);
    const isStopped = /[.!?]["'”’)]*\s*$/u.test(text);
    const isOpen =
      (openers.has(last.folded) && !(isStopped && (isNoun(last, before?.folded) || isComparison(last, text)))) ||
      (VERB_OPEN.test(last.folded) &&
        !(isStopped && (NEEDS_NOTHING.test(last.folded) || before?.folded === 'without'))) ||
      (!isStopped && (openWithoutStop.has(last.folded) || isWaiting(last.folded, before?.folded)));
    if (!isStopped && (isPiece(last.text) || isBeginning(last.text, `${subject} ${location}`)))
      return [{ span: rest, reason: `"${last.text}" is the beginning of a word` }];
    if (isOpen)
      return [{ span: rest, reason: `"${last.text}" cannot end the sentence: something is missing behind it` }];
    if (isListOnly(text) || isSingleWords(text))
      return [{ span: { start: 0, end: text.length }, reason: 'this is a list of keywords and no sentence' }];
    const open = unclosed(text);
    return open === -1
      ? []
      : [{ span: { start: open, end: text.length }, reason: `"${text[open]}" is opened and never closed` }];
  },
});

/** One word after the other, each with its full stop. */
const FEWEST_SINGLE = 3;
function isSingleWords(text: string): boolean {
  const sentences = text.split(/[.!?]+\s+/u).map((sentence) => sentence.split(/\s+/u).length);
  return sentences.filter((length) => length === 1).length >= FEWEST_SINGLE;
}

/** Short pieces between commas down to the last, which no "and" binds together. */
function isListOnly(text: string): boolean {
  const pieces = text.split(',').map((piece) => piece.trim());
  return (
    pieces.length >= FEWEST_PIECES &&
    !/\band\b|&/u.test(pieces.at(-1) ?? '') &&
    pieces.every((piece) => piece.split(/\s+/u).length <= LONGEST_PIECE)
  );
}

/** Little words that are things as well: soup from a can, with a will, the A of a piano. */
function isNoun(last: Word, before: string | undefined): boolean {
  if (last.text === 'A') return true;
  return (
    /^(?:can|will|might|every)$/u.test(last.folded) && !/^(?:he|she|it|they|we|you|who|which|that)$/u.test(before ?? '')
  );
}

/** The way an insect would: the verb is the one that was said. */
function isComparison(last: Word, text: string): boolean {
  return (
    /^(?:would|could|can|will|is|are|was|were|had|has|have)$/u.test(last.folded) &&
    /\b(?:the way|as|than|like|where) /u.test(text)
  );
}

/** What no word is: letters without a vowel at the end of a text, where a model ran out of tokens. Units are such words. */
function isPiece(last: string): boolean {
  return (
    /^[b-df-hj-np-tv-xz]{1,5}$/u.test(last) &&
    !/^(?:[kcm]?m|[mk]?g|ft|mph|km?h|kw|hrs?|m[lb]|nth|pm|vs|sq|rd|st|lbs?|[rs]|f|t|v|x)$/u.test(last)
  );
}

/** A word that English does not have and with which one begins that it has: "bene" for beneath. */
function isBeginning(last: string, typed: string): boolean {
  return (
    /^[a-z]{3,6}$/u.test(last) &&
    sensesOf(last).senses.length === 0 &&
    !little.has(last) &&
    !typed.toLowerCase().includes(last) &&
    beginsWord(last)
  );
}

const little: ReadonlySet<string> = functionWords.en;

/** An adjective behind its article: the noun is missing. With a full stop it may be a noun itself: in the dark. */
function isWaiting(last: string, before: string | undefined): boolean {
  if (!/^(?:an?|the|his|her|their)$/u.test(before ?? '')) return false;
  return waiting.has(last) || /^\p{L}{4,}(?:ed|ful|ous|ish|ive)$/u.test(last);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Where a bracket or quotation mark stands open; -1 when none does. */
function unclosed(text: string): number {
  const open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[()“”]/gu)) {
    if (mark === '(' || mark === '“') open.push(index);
    else open.pop();
  }
  return open[0] ?? -1;
}
