import type { GateContext } from '../gate-context.ts';
import { foldName, startsSentence, wordsOf } from '../word.ts';
import { styleWords, type StyleCategory } from './style-words.ts';
import { sensesOf, type WordSense } from './word-senses.ts';

/** A word or a mark of a text as the model of style sees it. */
export type StyleToken = {
  /** The word's stem, or what stands for all words of its kind: `@` a name, `#` a number, `*` the subject. */
  readonly key: string;
  /** Its main sense; the key itself for little words, marks, names. */
  readonly shape: string;
  readonly isLittle: boolean;
  readonly endsPart: boolean;
  readonly senses: readonly WordSense[];
  readonly categories: readonly StyleCategory[];
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
};

type Typed = Pick<GateContext, 'subject' | 'location'>;

export function styleTokens(text: string, { subject, location }: Typed): readonly StyleToken[] {
  const about = new Set(foldName(subject).split(' '));
  const places = new Set(foldName(location).split(' '));
  let behind = 0;
  const tokens: StyleToken[] = [];
  for (const word of wordsOf(text)) {
    tokens.push(...marks(text, behind, word.start));
    behind = word.end;
    const { start, end } = word;
    const isName = /^\p{Lu}/u.test(word.text) && !startsSentence(text, word);
    const folded = word.text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    if (/^\d/u.test(word.text)) tokens.push(plain('#', start, end));
    else if (isName || (places.has(folded) && !little.has(folded))) tokens.push(plain('@', start, end));
    else tokens.push(wordToken(folded, about, start, end));
  }
  return [...tokens, ...marks(text, behind, text.length)];
}

function wordToken(folded: string, about: ReadonlySet<string>, start: number, end: number): StyleToken {
  const categories = categoriesOf.get(folded) ?? [];
  if (little.has(folded)) return { ...plain(folded, start, end), categories };
  const { stem, senses } = sensesOf(folded);
  if (about.has(folded) || about.has(stem)) return plain('*', start, end);
  const [main] = senses.toSorted((a, b) => b.share - a.share);
  return {
    key: stem,
    shape: main?.name ?? '?',
    isLittle: false,
    endsPart: false,
    senses,
    categories,
    suffix: SUFFIX.exec(folded)?.[1] ?? '',
    start,
    end,
  };
}

function marks(text: string, from: number, to: number): readonly StyleToken[] {
  return Array.from(text.slice(from, to).matchAll(MARK), ({ 0: mark, index }) => ({
    ...plain(mark, from + index, from + index + mark.length),
    endsPart: /[,.;:!?(—–]/u.test(mark),
  }));
}

const plain = (key: string, start: number, end: number): StyleToken => ({
  key,
  shape: key,
  isLittle: true,
  endsPart: false,
  senses: [],
  categories: [],
  suffix: '',
  start,
  end,
});

const MARK = /[.,;:!?()"“”–—]/gu;
const SUFFIX = /(ness|ity|tion|ment|ance|ence|ism|ship|hood|dom|ful|less|ous|ive|able|ible|ly|ing|ed|al|ic|est)$/u;

/** Words that hold a sentence together; which of them stand beside what is the best sign of style there is. */
const little: ReadonlySet<string> = new Set(
  (
    'a an the of in on at to for with and or but nor so as if than that this these those which who whose whom what where when while until till because though although like by from into over under out up down off about around after before between beyond through across along against without within ' +
    'its his her their our my your it he she they we you i one us them him me is are was were be been being has have had do does did will would can could may might must shall should ' +
    'not no none nothing nobody never ever every each all any some few many much more most less least only just even still yet already always once again too very quite almost nearly there here how why anyone everyone everything anything someone something whoever whatever both either neither such other another own same'
  ).split(' '),
);

const categoriesOf: ReadonlyMap<string, readonly StyleCategory[]> = categoriesByWord();

function categoriesByWord(): ReadonlyMap<string, readonly StyleCategory[]> {
  const found = new Map<string, StyleCategory[]>();
  for (const category of Object.keys(styleWords) as StyleCategory[]) {
    for (const word of styleWords[category]) found.set(word, [...(found.get(word) ?? []), category]);
  }
  return found;
}
