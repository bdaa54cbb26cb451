import { expect, test } from 'vitest';
import { gateRules } from './index.ts';
import { gateRuleIds } from './rule-ids.ts';

test('settings may speak of every rule that there is, and of no other', () => {
  expect(gateRuleIds).toEqual(gateRules.map(({ id }) => id).toSorted());
});
