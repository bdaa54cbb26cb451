import { proveRule } from './rule.conformance.ts';
import { uncertainClaim } from './uncertain-claim.ts';

proveRule(uncertainClaim, {
  catches: [
    { caption: 'What appears to be thin ice covers a frozen lake near Amsterdam.', marks: 'What appears to be' },
    { altText: 'Pale ice with perhaps two swans on a frozen lake, bare trees behind.' },
    { altText: 'Dark shape that could be a boat, stuck in the ice of a frozen lake.' },
    { caption: 'A frozen lake, likely taken in January on the edge of Amsterdam.' },
  ],
  passes: [
    { caption: 'May sunshine has not reached the frozen lake on the edge of Amsterdam.' },
    { caption: 'A skater could not stop in time on the frozen lake near Amsterdam.' },
  ],
});
