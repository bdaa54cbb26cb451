import { keywordAt, keywordRule } from '../define-rule.ts';
import { foldName } from '../word.ts';

/** The same keyword again, whatever its case, accents and hyphens. The first one stays. */
export const keywordDuplicate = keywordRule({
  id: 'keyword-duplicate',
  severity: 'block',
  check(keywords) {
    const folded = keywords.map(foldName);
    return keywords.flatMap((keyword, index) => {
      const first = folded.indexOf(folded[index] ?? '');
      if (folded[index] === '' || first === index) return [];
      return [
        {
          span: keywordAt(index),
          reason: `"${keyword}" is there already as "${keywords[first]}"`,
          repair: { replacement: null },
        },
      ];
    });
  },
});
