import { proveRule } from './rule.conformance.ts';
import { wordCountRule } from './word-count.ts';

const words = (count: number) => Array.from({ length: count }, () => 'ice').join(' ');

proveRule(wordCountRule, {
  catches: [{ caption: words(7) }, { caption: words(25) }, { altText: words(9) }, { altText: words(19) }],
  passes: [
    { caption: words(8) },
    { caption: words(24) },
    { altText: words(10) },
    { altText: words(18) },
    { caption: '' },
    { caption: '郊外の小さな湖に薄い氷が張る' },
  ],
});
