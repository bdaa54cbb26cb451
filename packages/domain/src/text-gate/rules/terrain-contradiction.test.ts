import { expect, test } from 'vitest';
import { frozenLake } from '../fixtures/gate-context.ts';
import { proveRule } from './rule.conformance.ts';
import { terrainContradiction } from './terrain-contradiction.ts';

proveRule(terrainContradiction, {
  catches: [
    { caption: 'Waves roll onto a palm beach beside the frozen lake.', marks: 'palm beach' },
    { given: { subject: 'Salt Flat', location: 'Uyuni' }, altText: 'Salt beside a rainforest.', marks: 'rainforest' },
    { caption: 'Cows graze on a steep hillside.', marks: 'steep hillside' },

    { caption: 'A frozen lake below a mountain.', marks: 'mountain' },
    { altText: 'A lake among snow-capped heights.', marks: 'snow-capped' },
    { caption: 'A lake below steep ridges.', marks: 'ridges' },
    { keywords: ['lake', 'mountains'], becomes: ['lake'] },
    { given: { location: 'Kathmandu, Nepal' }, caption: 'The ocean behind a lake.', marks: 'ocean' },
  ],
  passes: [
    { caption: 'A thatcher knocks reed into line on a farmhouse ridge.' },

    { given: { location: 'Kathmandu, Nepal' }, caption: 'A lake below a mountain.' },
    { given: { subject: 'Mountain Bike' }, caption: 'A mountain bike by the lake and the ocean.' },
    { given: { location: 'Somewhere' }, caption: 'A lake below a mountain.' },
    { given: { location: 'Amsterdam' }, caption: 'A lake below a mountain.' },
  ],
});

test('what a country of dunes and banks hardly has is a warning, and stays among the keywords', () => {
  const text = { caption: 'Martins at a sandy cliff.', altText: 'Steep cliffs.', keywords: ['cliff'] };
  const found = terrainContradiction.check(text, frozenLake);
  expect(found.map(({ field, severity }) => [field, severity])).toEqual([
    ['altText', 'block'],
    ['caption', 'warn'],
  ]);
});
