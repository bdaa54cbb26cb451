import { proveRule } from './rule.conformance.ts';
import { keywordDuplicate } from './keyword-duplicate.ts';

proveRule(keywordDuplicate, {
  catches: [
    { keywords: ['Lake', 'ice', 'lake', 'LAKE'], becomes: ['Lake', 'ice'], marks: 'lake' },
    { keywords: ['bare trees', 'bare-trees'], becomes: ['bare trees'] },
  ],
  passes: [{ keywords: ['Frozen Lake', 'frozen', 'lake'] }],
});
