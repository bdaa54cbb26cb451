import type { GateContext } from './gate-context.ts';
import { foldName, stemOf, wordsOf } from './word.ts';

/** Words that the operator's request itself brings in, as stems: nobody can blame a text for using them. */
function supportedStems({ subject, location, allowedPlaceNames, house }: GateContext): ReadonlySet<string> {
  const given = [subject, location, ...allowedPlaceNames, ...house.terms].join(' ');
  return new Set(foldName(given).split(' ').map(stemOf));
}

/** Words of the text that are in the list (of folded words and two-word phrases) and that nothing given supports. */
export function unsupportedWords(text: string, list: ReadonlySet<string>, context: GateContext) {
  const supported = supportedStems(context);
  const words = wordsOf(text);
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    const phrase = next === undefined ? '' : `${word.folded} ${next.folded}`;
    const found = [
      { name: phrase, end: next?.end ?? word.end },
      { name: word.folded, end: word.end },
    ].find(({ name }) => list.has(name) || list.has(name.replace(/s$/u, '')) || list.has(name.replace(/es$/u, '')));
    if (found === undefined || found.name.split(' ').some((part) => supported.has(stemOf(part)))) return [];
    return [{ name: found.name, start: word.start, end: found.end, text: text.slice(word.start, found.end) }];
  });
}
