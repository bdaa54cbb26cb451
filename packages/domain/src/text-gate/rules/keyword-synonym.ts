import { keywordAt, keywordRule } from '../define-rule.ts';
import { foldName } from '../word.ts';

/** The house has its own word for it; visitors who search by that one would miss this photo. */
export const keywordSynonym = keywordRule({
  id: 'keyword-synonym',
  severity: 'warn',
  check(keywords, { house }) {
    const houseWords = new Map(Object.entries(house.synonyms).map(([other, own]) => [foldName(other), own]));
    return keywords.flatMap((keyword, index) => {
      const own = houseWords.get(foldName(keyword));
      if (own === undefined || foldName(own) === foldName(keyword) || houseWords.has(foldName(own))) return [];
      return [
        { span: keywordAt(index), reason: `"${keyword}" is "${own}" in this catalogue`, repair: { replacement: own } },
      ];
    });
  },
});
