import { proveRule } from './rule.conformance.ts';
import { repeatedWord } from './repeated-word.ts';

proveRule(repeatedWord, {
  catches: [
    { caption: 'Ice on the the lake.', marks: 'the the', becomes: 'Ice on the lake.' },
    { altText: 'Ice ice ice on on a lake.', becomes: 'Ice on a lake.' },
  ],
  passes: [
    { caption: 'A boat off Bora Bora.' },
    { caption: 'A lake in Baden Baden.', given: { location: 'Baden Baden' } },
  ],
});
