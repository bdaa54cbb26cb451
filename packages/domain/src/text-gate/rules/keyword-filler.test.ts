import { proveRule } from './rule.conformance.ts';
import { keywordFiller } from './keyword-filler.ts';

proveRule(keywordFiller, {
  catches: [
    { keywords: ['lake', 'Photo', 'ice', 'beautiful', 'the'], becomes: ['lake', 'ice'], marks: 'Photo' },
    { keywords: ['lake', 'stock image', 'copy-space'] },
  ],
  passes: [
    { keywords: ['reflection', 'black and white', 'portrait', 'lighthouse'] },
    { given: { subject: 'Camera Museum' }, keywords: ['camera'] },
  ],
});
