import { keywordRule, whole, type Hit } from '../define-rule.ts';

/** With fewer, nobody finds the photo. */
const FEWEST = 3;

/** The last ones are the least telling: captioners put the most telling first. */
export const keywordCount = keywordRule({
  id: 'keyword-count',
  severity: 'block',
  check(keywords, { settings: { keywords: wanted } }): readonly Hit[] {
    const count = keywords.length;
    if (count > wanted.most) {
      return [
        {
          span: { start: wanted.most, end: count },
          reason: `there are ${count} keywords; at most ${wanted.most} are wanted`,
          repair: { replacement: null },
        },
      ];
    }
    if (count === 0 || count >= wanted.least) return [];
    return [
      {
        span: whole(keywords),
        // A few good ones beat a list that was filled up.
        severity: count < FEWEST ? 'block' : 'warn',
        reason: `there ${count === 1 ? 'is 1 keyword' : `are ${count} keywords`}; at least ${wanted.least} are wanted`,
      },
    ];
  },
});
