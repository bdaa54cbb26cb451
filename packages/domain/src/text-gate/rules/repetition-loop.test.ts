import { proveRule } from './rule.conformance.ts';
import { repetitionLoop } from './repetition-loop.ts';

proveRule(repetitionLoop, {
  catches: [
    { caption: 'Ice on the lake, ice on the lake, ice on the lake.' },
    { altText: 'Frozen lake, frozen lake shore, frozen lake ice, frozen lake trees.' },
  ],
  passes: [{ caption: 'The ice on the lake is thin, the ice on the canal is not.' }],
});
