import { proveRule } from './rule.conformance.ts';
import { keywordFiller } from './keyword-filler.ts';

proveRule(keywordFiller, {
  catches: [
    { keywords: ['lake', 'Photo', 'ice', 'beautiful', 'the'], becomes: ['lake', 'ice'], marks: 'Photo' },
    { keywords: ['lake', 'stock image', 'copy-space'] },
  ],
  passes: [
    { keywords: ['lens-shaped cloud'], given: { subject: 'Lens-shaped Cloud' } },
    { caption: 'A player shoots over a raised arm.', keywords: ['shot'] },
    { keywords: ['reflection', 'black and white', 'portrait', 'lighthouse'] },
    { given: { subject: 'Camera Museum' }, keywords: ['camera'] },
  ],
});
