import { expect, test } from 'vitest';
import { openProfanityFinder } from './profanity-finder.ts';

const find = openProfanityFinder();

test('finds coarse words where they stand', () => {
  const text = 'A fucking cold lake';
  expect(find(text).map(({ start, end }) => text.slice(start, end))).toEqual(['fuck']);
});

test('finds milder words, and leaves a jackass penguin alone', () => {
  expect(find('A dumb jackass on white steps, crap everywhere').map(({ start }) => start)).toEqual([7, 31]);
  expect(find('Jackass penguins on a scrap of beach')).toEqual([]);
});

test.each([
  'A great tit and a cockerel in Scunthorpe, near a dyke in Essex, pass the Dickens museum',
  'Sussex cocktail classes: an assassin bug on grass, a shag and a brown booby in rapeseed',
  'Number 455 of 455 runners at kilometre 4.55, frame 8008 of a long day',
])('%s has none', (text) => {
  expect(find(text)).toEqual([]);
});
