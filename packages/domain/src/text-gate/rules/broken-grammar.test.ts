import { brokenGrammar } from './broken-grammar.ts';
import { proveRule } from './rule.conformance.ts';

proveRule(brokenGrammar, {
  catches: [
    { caption: 'The frozen lake it have thin ice.', marks: 'it have' },
    { altText: 'Bare tree is stand along the frozen lake.', marks: 'is stand' },
    { altText: 'Frozen lake beside a old wall.', marks: 'a old' },
  ],
  passes: [
    { caption: 'Skaters watch it go from a one-room hut, a European flag and an hour of light.' },
    { caption: 'A walk along the frozen lake is planned for two dogs.' },
  ],
});
