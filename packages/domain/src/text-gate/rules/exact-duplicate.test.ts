import { proveRule } from './rule.conformance.ts';
import { exactDuplicate } from './exact-duplicate.ts';

const same = { of: 'photo 7', similarity: 1, isSame: true };

proveRule(exactDuplicate, {
  catches: [{ given: { similarTexts: (field) => (field === 'caption' ? [same] : []) } }],
  passes: [{ given: { similarTexts: () => [{ ...same, isSame: false }] } }],
});
