import { expect, test } from 'vitest';
import { column, openTestStores, operator, reviewer, sha256 } from './test-stores.ts';

test('a token says who acts; only its hash is kept', () => {
  const stores = openTestStores();
  const token = stores.accessTokens.issue(reviewer);
  expect(stores.accessTokens.identify(token)).toEqual(reviewer);
  expect(stores.accessTokens.issue(operator)).not.toBe(token);
  expect(column(stores, 'SELECT token_sha256 FROM access_tokens')).toContain(sha256(token));
  expect(JSON.stringify(stores.sql.prepare('SELECT * FROM access_tokens').all())).not.toContain(token);
  expect(JSON.stringify(stores.events.list({}))).not.toContain(token);
});

test('an unknown and a revoked token are nobody', () => {
  const stores = openTestStores();
  const token = stores.accessTokens.issue(reviewer);
  expect(stores.accessTokens.identify(`${token}x`)).toBeNull();
  stores.sql.exec(`UPDATE access_tokens SET revoked_at = '2026-01-02T00:00:00.000Z'`);
  expect(stores.accessTokens.identify(token)).toBeNull();
});
