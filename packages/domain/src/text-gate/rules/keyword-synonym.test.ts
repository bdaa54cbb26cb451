import { proveRule } from './rule.conformance.ts';
import { keywordSynonym } from './keyword-synonym.ts';

const house = { terms: [], synonyms: { bike: 'bicycle', 'Ice Skating': 'skating', a: 'b', b: 'a' } };

proveRule(keywordSynonym, {
  catches: [{ given: { house }, keywords: ['lake', 'Bike', 'ice skating'], becomes: ['lake', 'bicycle', 'skating'] }],
  passes: [{ given: { house }, keywords: ['bicycle', 'a', 'b'] }, { keywords: ['bike'] }],
});
