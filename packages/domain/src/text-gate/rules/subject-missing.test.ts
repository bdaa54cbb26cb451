import { expect, test } from 'vitest';
import { frozenLake } from '../fixtures/gate-context.ts';
import { proveRule } from '../fixtures/prove-rule.ts';
import { subjectMissing } from './subject-missing.ts';

proveRule(subjectMissing, {
  catches: [
    { caption: 'Two joggers run along a muddy path.' },
    { altText: 'Two joggers on a muddy path.', keywords: ['path', 'joggers'] },
    { keywords: ['path', 'joggers'] },
  ],
  passes: [
    { given: { subject: 'Amsterdam Photography' }, caption: 'Two joggers run along a path.' },
    { given: { subject: 'Farm' }, caption: 'A farmhouse.', altText: 'Old farmhouse.', keywords: ['farms'] },
    {
      given: { subject: 'Bike', house: { terms: [], synonyms: { bike: 'bicycle' } } },
      caption: 'A bicycle.',
      altText: 'Two bicycles.',
      keywords: ['bicycle'],
    },
    { caption: '' },
  ],
});

test('a subject that one of the two sentences names is a warning; one that both leave out blocks', () => {
  const severities = (caption: string, altText: string) =>
    subjectMissing.check({ caption, altText, keywords: ['lake'] }, frozenLake).map(({ severity }) => severity);
  expect(severities('Two joggers.', 'A lake.')).toEqual(['warn']);
  expect(severities('Two joggers.', 'Two joggers.')).toEqual(['block', 'block']);
});
