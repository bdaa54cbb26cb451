import { expect, test } from 'vitest';
import { column, openTestStores, reviewer, sha256 } from './test-stores.ts';

const signedIn = () => {
  const stores = openTestStores();
  const opened = stores.sessions.open(stores.sessions.offer(reviewer));
  if (opened === null) throw new Error('the link did not open');
  return { stores, session: opened.session };
};

test('a link signs in once, as the person it was made for', () => {
  const stores = openTestStores();
  const code = stores.sessions.offer(reviewer);
  const opened = stores.sessions.open(code);
  expect(opened?.actor).toEqual(reviewer);
  expect(stores.sessions.identify(opened!.session)).toEqual(reviewer);
  expect(stores.sessions.open(code)).toBeNull();
  expect(stores.sessions.open(`${code}x`)).toBeNull();
});

test('of codes and sessions only the hash is kept', () => {
  const { stores, session } = signedIn();
  const code = stores.sessions.offer(reviewer);
  expect(column(stores, 'SELECT session_sha256 FROM browser_sessions')).toEqual([sha256(session)]);
  expect(column(stores, 'SELECT code_sha256 FROM sign_in_links')).toContain(sha256(code));
  const everything = JSON.stringify([
    stores.sql.prepare('SELECT * FROM browser_sessions').all(),
    stores.sql.prepare('SELECT * FROM sign_in_links').all(),
    stores.events.list({}),
  ]);
  expect(everything).not.toContain(session);
  expect(everything).not.toContain(code);
});

test('a link that is too old opens nothing', () => {
  const stores = openTestStores();
  const code = stores.sessions.offer(reviewer);
  stores.sql.exec(`UPDATE sign_in_links SET expires_at = '2020-01-01T00:00:00.000Z'`);
  expect(stores.sessions.open(code)).toBeNull();
});

test.each(['seen_at', 'started_at'])('a session ends when its %s is long ago', (at) => {
  const { stores, session } = signedIn();
  stores.sql.exec(`UPDATE browser_sessions SET ${at} = '2020-01-01T00:00:00.000Z'`);
  expect(stores.sessions.identify(session)).toBeNull();
});

test('using a session keeps it from ending', () => {
  const { stores, session } = signedIn();
  const hourAgo = new Date(Date.parse(column<string>(stores, 'SELECT seen_at FROM browser_sessions')[0]!) - 3_600_000);
  stores.sql.prepare('UPDATE browser_sessions SET seen_at = ?').run(hourAgo.toISOString());
  expect(stores.sessions.identify(session)).toEqual(reviewer);
  expect(column(stores, 'SELECT seen_at FROM browser_sessions')).not.toEqual([hourAgo.toISOString()]);
});

test('a session that was ended is nobody', () => {
  const { stores, session } = signedIn();
  stores.sessions.end(session);
  stores.sessions.end(session);
  expect(stores.sessions.identify(session)).toBeNull();
  expect(stores.events.list({}).map(({ kind }) => kind)).toEqual([
    'sign-in.offered',
    'session.started',
    'session.ended',
  ]);
});
