import { keywordAt, keywordRule } from '../define-rule.ts';
import { foldName, stemOf } from '../word.ts';

/** A word that the catalogue is not yet indexed with: it may be the first of its kind, or a slip. Silent until there is a house vocabulary. */
export const keywordNewTerm = keywordRule({
  id: 'keyword-new-term',
  severity: 'warn',
  check(keywords, { house, subject, location, allowedPlaceNames }) {
    if (house.terms.length === 0) return [];
    const stemsOf = (text: string) => foldName(text).split(' ').map(stemOf).join(' ');
    const known = new Set([...house.terms, ...Object.values(house.synonyms)].map(stemsOf));
    const given = new Set([subject, location, ...allowedPlaceNames].flatMap((text) => stemsOf(text).split(' ')));
    return keywords.flatMap((keyword, index) => {
      const stems = stemsOf(keyword);
      if (known.has(stems) || stems.split(' ').every((stem) => given.has(stem))) return [];
      return [{ span: keywordAt(index), reason: `"${keyword}" is new to this catalogue` }];
    });
  },
});
