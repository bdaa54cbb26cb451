import { proveRule } from './rule.conformance.ts';
import { keywordPluralTwin } from './keyword-plural-twin.ts';

proveRule(keywordPluralTwin, {
  catches: [
    { given: { location: 'Bath, England' }, keywords: ['bath', 'baths', 'steam'] },

    { keywords: ['lake', 'lakes', 'ice'], becomes: ['lake', 'ice'], marks: 'lakes' },
    { keywords: ['Cities', 'city'], becomes: ['Cities'] },
    { keywords: ['branch', 'branches'], becomes: ['branch'] },
    { keywords: ['leaf', 'leaves'], becomes: ['leaf'] },
    { keywords: ['geese', 'goose'], becomes: ['geese'] },
    { keywords: ['bare tree', 'bare trees'], becomes: ['bare tree'] },
  ],
  passes: [
    { given: { location: 'Bath, England' }, keywords: ['Bath', 'baths', 'steam'] },
    { keywords: ['gla', 'glass', 'bus', 'busy', 'new', 'news paper'] },
    { keywords: ['lake', 'lake'] },
  ],
});
