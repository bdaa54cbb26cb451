import { functionWords } from './function-words.ts';
import { wordsOf } from './word.ts';

const little: ReadonlySet<string> = functionWords.en;

/** The words that say something, folded, in order: without articles, prepositions and the like. */
export function contentWords(text: string): readonly string[] {
  return wordsOf(text)
    .flatMap(({ folded }) => folded.split(' '))
    .filter((word) => word !== '' && !little.has(word));
}
