import { proveRule } from './rule.conformance.ts';
import { keywordByteLimit } from './keyword-byte-limit.ts';

proveRule(keywordByteLimit, {
  catches: [{ keywords: ['lake', 'é'.repeat(33)], becomes: ['lake'] }],
  passes: [{ keywords: ['é'.repeat(32), 'x'.repeat(64)] }],
});
