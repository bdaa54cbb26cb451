import { proveRule } from './rule.conformance.ts';
import { nearDuplicate } from './near-duplicate.ts';

const near = { of: 'photo 7', similarity: 0.8, isSame: false };

proveRule(nearDuplicate, {
  catches: [{ given: { similarTexts: (field) => (field === 'altText' ? [near] : []) } }],
  passes: [
    { given: { similarTexts: () => [{ ...near, similarity: 0.79 }] } },
    { given: { similarTexts: () => [{ ...near, isSame: true }] } },
  ],
});
