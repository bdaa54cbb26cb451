import { proveRule } from './rule.conformance.ts';
import { metaTalk } from './meta-talk.ts';

proveRule(metaTalk, {
  catches: [
    { caption: 'The user wants one sentence about a frozen lake near Amsterdam.', marks: 'The user' },
    { caption: 'Sure! Thin ice covers a small frozen lake on the edge of Amsterdam.' },
    { altText: 'Pale cracked surface of a frozen lake, based on the given metadata.' },
    { caption: 'The frozen lake is the subject that the user has given to me.' },
    { caption: 'Requested caption: thin ice on a frozen lake near Amsterdam.' },
    { caption: 'A frozen lake, so I should mention Amsterdam in the first place.' },
    { altText: '<think>Pale cracked surface of a frozen lake, bare trees along it.' },
  ],
  passes: [
    { caption: 'A guide asks his guests to wait at the edge of the frozen lake.' },
    { altText: 'Sign that says thin ice beside a frozen lake with bare trees behind.' },
  ],
});
