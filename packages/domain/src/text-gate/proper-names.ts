import { functionWords } from './function-words.ts';
import { foldName, startsSentence, wordsOf, type Word } from './word.ts';

/** Words with capitals that stand together: a name, or what looks like one. */
export type ProperName = {
  readonly words: readonly Word[];
  /** The word in front of it, folded; empty at the start of a sentence. */
  readonly before: string;
  readonly beforeThat: string;
  /** The word behind it, folded; empty where punctuation comes first. */
  readonly after: string;
  readonly startsSentence: boolean;
};

/** Little words inside names: Rio de Janeiro, Isle of Mull, Bosnia and Herzegovina. */
const inner = new Set(
  'de la le les del della di do da dos das du des of the and upon sur am an der den bei al el y i'.split(' '),
);

const little: ReadonlySet<string> = functionWords.en;

export function properNamesIn(text: string): readonly ProperName[] {
  const words = wordsOf(text);
  const names: ProperName[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (!isCapital(words[from]) || (opensSentence(text, words[from]) && little.has(words[from]?.folded ?? '')))
      continue;
    let to = from;
    for (;;) {
      if (isCapital(words[to + 1]) && adjoin(text, words[to], words[to + 1])) to += 1;
      else if (
        inner.has(words[to + 1]?.folded ?? '') &&
        isCapital(words[to + 2]) &&
        adjoin(text, words[to], words[to + 2])
      )
        to += 2;
      else break;
    }
    const name = words.slice(from, to + 1);
    names.push({
      words: name,
      before: neighbour(text, words[from - 1], words[from]),
      beforeThat: words[from - 2]?.folded ?? '',
      after: neighbour(text, words[to], words[to + 1], 'after'),
      startsSentence: startsSentence(text, words[from] as Word),
    });
    from = to;
  }
  return names;
}

export function nameText(words: readonly Word[]): string {
  return foldName(words.map(({ text }) => text.replace(/['’]s$/u, '')).join(' '));
}

const opensSentence = (text: string, word: Word | undefined) => word !== undefined && startsSentence(text, word);

const isCapital = (word: Word | undefined) => word !== undefined && /^\p{Lu}/u.test(word.text);

/** Nothing but spaces and inner words between the two: a comma ends a name. */
function adjoin(text: string, one: Word | undefined, other: Word | undefined): boolean {
  if (one === undefined || other === undefined || /['’]s$/u.test(one.text)) return false;
  return /^[\s\p{L}’'-]*$/u.test(text.slice(one.end, other.start));
}

function neighbour(
  text: string,
  left: Word | undefined,
  right: Word | undefined,
  wanted: 'before' | 'after' = 'before',
): string {
  if (left === undefined || right === undefined) return '';
  if (/[.,;:!?()"“”–—]/u.test(text.slice(left.end, right.start))) return '';
  return (wanted === 'before' ? left : right).folded;
}
