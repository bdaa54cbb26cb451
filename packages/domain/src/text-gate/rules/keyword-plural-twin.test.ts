import { proveRule } from './rule.conformance.ts';
import { keywordPluralTwin } from './keyword-plural-twin.ts';

proveRule(keywordPluralTwin, {
  catches: [
    { keywords: ['lake', 'lakes', 'ice'], becomes: ['lake', 'ice'], marks: 'lakes' },
    { keywords: ['Cities', 'city'], becomes: ['Cities'] },
    { keywords: ['branch', 'branches'], becomes: ['branch'] },
    { keywords: ['leaf', 'leaves'], becomes: ['leaf'] },
    { keywords: ['geese', 'goose'], becomes: ['geese'] },
    { keywords: ['bare tree', 'bare trees'], becomes: ['bare tree'] },
  ],
  passes: [{ keywords: ['gla', 'glass', 'bus', 'busy', 'new', 'news paper'] }, { keywords: ['lake', 'lake'] }],
});
