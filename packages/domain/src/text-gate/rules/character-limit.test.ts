import { expect, test } from 'vitest';
import { frozenLake } from '../fixtures/gate-context.ts';
import { proveRule } from './rule.conformance.ts';
import { characterLimit } from './character-limit.ts';

proveRule(characterLimit, {
  catches: [{ altText: 'i'.repeat(126) }, { altText: 'i'.repeat(251) }, { caption: 'i'.repeat(301) }],
  passes: [{ altText: 'i'.repeat(125) }, { caption: 'i'.repeat(300) }],
});

test('above 125 it warns, above 250 it blocks', () => {
  const severity = (length: number) =>
    characterLimit.check({ caption: '', altText: 'i'.repeat(length), keywords: [] }, frozenLake)[0]?.severity;
  expect([125, 126, 250, 251].map(severity)).toEqual([undefined, 'warn', 'warn', 'block']);
});
