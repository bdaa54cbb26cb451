import { proveRule } from './rule.conformance.ts';
import { keywordCount } from './keyword-count.ts';

const keywords = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);

proveRule(keywordCount, {
  catches: [{ keywords: keywords(17), becomes: keywords(15), marks: 'k15, k16' }, { keywords: keywords(4) }],
  passes: [{ keywords: keywords(15) }, { keywords: keywords(5) }, { keywords: [] }],
});
