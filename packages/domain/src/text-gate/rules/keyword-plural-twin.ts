import { keywordAt, keywordRule } from '../define-rule.ts';
import { foldName, wordsOf } from '../word.ts';

/** Singular and plural of one word: search engines find both by either. The first one stays. */
export const keywordPluralTwin = keywordRule({
  id: 'keyword-plural-twin',
  severity: 'block',
  check(keywords, { location }) {
    const place = new Set(wordsOf(location).map(({ text }) => text));
    const folded = keywords.map(foldName);
    return keywords.flatMap((keyword, index) => {
      const word = folded[index] ?? '';
      const first = folded.findIndex((other, at) => {
        // Bath has baths: a place and a thing.
        const isPlace = place.has(keyword) !== place.has(keywords[at] ?? '');
        return at < index && other !== word && !isPlace && areTwins(other, word);
      });
      if (first === -1) return [];
      return [
        {
          span: keywordAt(index),
          reason: `"${keyword}" and "${keywords[first]}" are one word in singular and plural`,
          repair: { replacement: null },
        },
      ];
    });
  },
});

function areTwins(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 3) return false;
  return pluralsOf(short).includes(long) || irregular.some((pair) => pair.includes(a) && pair.includes(b));
}

function pluralsOf(word: string): readonly string[] {
  return [
    `${word}s`,
    ...(/(?:s|x|z|ch|sh|o)$/u.test(word) ? [`${word}es`] : []),
    ...(/[^aeiou]y$/u.test(word) ? [`${word.slice(0, -1)}ies`] : []),
    ...(/(?:f|fe)$/u.test(word) ? [`${word.replace(/fe?$/u, '')}ves`] : []),
  ];
}

const irregular: readonly (readonly string[])[] = [
  ['man', 'men'],
  ['woman', 'women'],
  ['child', 'children'],
  ['foot', 'feet'],
  ['goose', 'geese'],
  ['mouse', 'mice'],
  ['tooth', 'teeth'],
  ['person', 'people'],
  ['ox', 'oxen'],
  ['cactus', 'cacti'],
  ['fungus', 'fungi'],
];
