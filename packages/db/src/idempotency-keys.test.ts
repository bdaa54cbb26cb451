import { expect, test } from 'vitest';
import { openTestStores, sha256 } from './test-stores.ts';

const request = sha256('POST /api/sets {}');

test('a request that was cut off is not carried out twice, whoever restarts', () => {
  const stores = openTestStores();
  expect(stores.idempotencyKeys.begin('Olga', 'a', request)).toEqual({ kind: 'new' });
  expect(stores.reopen().idempotencyKeys.begin('Olga', 'a', request)).toEqual({ kind: 'unfinished' });
});

test('a key stands for one request of one person, until what became of it is a day old', () => {
  const { idempotencyKeys: keys, clock } = openTestStores();
  keys.begin('Olga', 'a', request);
  keys.finish('Olga', 'a', 201, '{"id":1}');
  expect(keys.begin('Olga', 'a', request)).toEqual({ kind: 'carried-out', status: 201, reply: '{"id":1}' });
  expect(keys.begin('Olga', 'a', sha256('another'))).toEqual({ kind: 'another' });
  expect(keys.begin('Otto', 'a', request)).toEqual({ kind: 'new' });
  keys.release('Otto', 'a');
  expect(keys.begin('Otto', 'a', request)).toEqual({ kind: 'new' });
  clock.ms += 25 * 3_600_000;
  expect(keys.begin('Olga', 'a', sha256('another'))).toEqual({ kind: 'new' });
});

test('what was carried out is not released', () => {
  const { idempotencyKeys: keys } = openTestStores();
  keys.begin('Olga', 'a', request);
  keys.finish('Olga', 'a', 201, '{}');
  keys.release('Olga', 'a');
  expect(keys.begin('Olga', 'a', request).kind).toBe('carried-out');
});
