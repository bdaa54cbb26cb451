import { proveRule } from './rule.conformance.ts';
import { untidySpacing } from './untidy-spacing.ts';

proveRule(untidySpacing, {
  catches: [
    { caption: ' Ice  on the lake .. ', becomes: 'Ice on the lake.' },
    { altText: 'Ice,, trees , snow', becomes: 'Ice, trees, snow' },
    { altText: 'Ice\u202E on\u0007 the lake', becomes: 'Ice on the lake' },
  ],
  passes: [{ caption: 'At 5.30 p.m. the ice breaks… and melts.' }],
});
