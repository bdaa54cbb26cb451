import { proveRule } from './rule.conformance.ts';
import { keywordDigitsOnly } from './keyword-digits-only.ts';

proveRule(keywordDigitsOnly, {
  catches: [
    { keywords: ['lake', '2025'], becomes: ['lake'], marks: '2025' },
    { keywords: ['12-01', 'lake', '3.5'], becomes: ['lake'] },
  ],
  passes: [{ keywords: ['F-16', '1930s', 'Route 66'] }, { given: { subject: 'Boeing 787-9' }, keywords: ['787-9'] }],
});
