import { expect, test } from 'vitest';
import { frozenLake } from '../fixtures/gate-context.ts';
import { proveRule } from './rule.conformance.ts';
import { subjectMissing } from './subject-missing.ts';

proveRule(subjectMissing, {
  catches: [
    {
      given: { subject: 'Bath House', location: 'Bath, England' },
      caption: 'Two joggers run through Bath.',
      altText: 'Two joggers on a muddy path.',
      keywords: ['joggers'],
    },
    { caption: 'Two joggers run along a path.', altText: 'Two joggers on a muddy path.' },
    { caption: 'Two joggers run.', altText: 'Two joggers on a muddy path.', keywords: ['path', 'joggers'] },
  ],
  passes: [
    { caption: 'Two joggers run along a muddy path.' },
    { altText: 'Two joggers on a muddy path.', keywords: ['path', 'joggers'] },
    { given: { subject: 'Amsterdam Photography' }, caption: 'Two joggers run along a path.' },
    { given: { subject: 'Farm' }, caption: 'A farmhouse.', altText: 'Old farmhouse.', keywords: ['farms'] },
    {
      given: { subject: 'Bike', house: { terms: [], synonyms: { bike: 'bicycle' } } },
      caption: 'A bicycle.',
      altText: 'Two bicycles.',
      keywords: ['bicycle'],
    },
    { caption: '' },
    {
      given: { subject: 'Bath House', location: 'Bath, England' },
      caption: 'Steam rises from the Roman baths in Bath.',
      altText: 'Green pool between columns.',
      keywords: ['steam'],
    },
  ],
});

test('what neither sentence names is a warning while the keywords name it, and blocks when they do not', () => {
  const severities = (...keywords: readonly string[]) =>
    subjectMissing
      .check({ caption: 'Two joggers.', altText: 'Two joggers.', keywords }, frozenLake)
      .map(({ severity }) => severity);
  expect(severities('lake')).toEqual(['warn', 'warn']);
  expect(severities('joggers')).toEqual(['block', 'block', 'block']);
});
