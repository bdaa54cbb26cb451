import { proveRule } from './rule.conformance.ts';
import { keywordNewTerm } from './keyword-new-term.ts';

const house = { terms: ['ice', 'bare trees', 'shore', 'winter'], synonyms: {} };

proveRule(keywordNewTerm, {
  catches: [{ given: { house }, keywords: ['ice', 'pressure ridge'], marks: 'pressure ridge' }],
  passes: [
    { given: { house }, keywords: ['Ice', 'bare tree', 'frozen lake', 'Amsterdam'] },
    { keywords: ['pressure ridge'] },
  ],
});
