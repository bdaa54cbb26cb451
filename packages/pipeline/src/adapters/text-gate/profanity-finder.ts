import { recently } from '@proofline/domain/recently.ts';
import type { ProfanityFinder } from '@proofline/domain/text-gate/gate-context.ts';
import {
  DataSet,
  englishDataset,
  englishRecommendedTransformers,
  RegExpMatcher,
  type EnglishProfaneWord,
} from 'obscenity';

/** Animals, dams and first names that the list counts as coarse: a great tit and a polder's dyke are neither. */
const innocent: readonly EnglishProfaneWord[] = ['cock', 'tit', 'dick', 'sex', 'dyke'];

/** Words that hold a coarse one and are none. */
const harmless = [
  'booby',
  'boobies',
  'rapeseed',
  'oilseed rape',
  'rape field',
  'rape flower',
  'cumin',
  'cumulus',
  'document',
];

/** Milder ones that the list leaves out, as whole words; a jackass penguin is a bird. */
const MILD =
  /\b(?:crap(?:py)?|jackass(?:es)?(?! penguins?)|dumbass(?:es)?|arse(?:holes?)?|bollocks|bugger(?:s|ed)?|damn(?:ed)?|piss(?:ed|ing)?|turds?|bastards?|wankers?|morons?|idiots?|douche\p{L}*|scumbags?|bullsh\p{L}+|freaking|effing)\b/giu;

/** Coarse English words, disguised ones included. */
export function openProfanityFinder(): ProfanityFinder {
  const words = new DataSet<{ originalWord: EnglishProfaneWord }>()
    .addAll(englishDataset)
    .removePhrasesIf(({ metadata }) => metadata !== undefined && innocent.includes(metadata.originalWord));
  const { blacklistedTerms, whitelistedTerms = [] } = words.build();
  const matcher = new RegExpMatcher({
    blacklistedTerms,
    whitelistedTerms: [...whitelistedTerms, ...harmless],
    ...englishRecommendedTransformers,
  });
  return recently((text) =>
    matcher
      .getAllMatches(text, true)
      .map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex + 1 }))
      // Digits that stand for letters disguise a word; by themselves they are a number: 455 is no a and two s.
      .filter(({ start, end }) => /\p{L}/u.test(text.slice(start, end)))
      .concat(Array.from(text.matchAll(MILD), ({ 0: word, index: start }) => ({ start, end: start + word.length }))),
  );
}
