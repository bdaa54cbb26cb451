import { expect, test } from 'vitest';
import { openKnownPlaceNames, readNamesInThread } from './known-place-names.ts';

const places = openKnownPlaceNames();

test.each([
  ['rotterdam', 'town', 'NL'],
  ['lodz', 'town', 'PL'],
  ['rio de janeiro', 'region', 'BR'],
  ['tasmania', 'region', 'AU'],
  ['scotland', 'region', 'GB'],
  ['japan', 'country', 'JP'],
  ['bosnia and herzegovina', 'country', 'BA'],
  ['czech republic', 'country', 'CZ'],
])('knows %s as a %s', (name, kind, country) => {
  expect(places(name)).toMatchObject({ kind });
  expect(places(name)?.countries).toContain(country);
});

test('tells names of towns that are plain words from those that are names', () => {
  expect(['bath', 'nice', 'reading', 'split'].map((name) => places(name)?.usage)).toEqual([
    'word',
    'word',
    'word',
    'word',
  ]);
  expect(['toronto', 'london', 'tokyo'].map((name) => places(name)?.usage)).toEqual(['name', 'name', 'name']);
  expect(['moss', 'clay', 'boston'].map((name) => places(name)?.usage)).toEqual(['both', 'both', 'both']);
  expect(places('zwijndrecht')?.usage).toBe('rare');
});

test('does not know what is no place', () => {
  expect(['frozen lake', 'qwertz', '', 'no'].map(places)).toEqual([null, null, null, null]);
});

test('what is read in a thread is what the first question reads', async () => {
  const read = await readNamesInThread();
  const some = ['rotterdam', 'rio de janeiro', 'bath', 'czech republic', 'nowhere at all', 'a'];
  expect(some.map((name) => read.get(name) ?? null)).toEqual(some.map((name) => places(name)));
  expect(read.size).toBeGreaterThan(100_000);
});
