import { expect, test } from 'vitest';
import { column, openTestStores, operator, reviewer, sha256 } from './test-stores.ts';

const HERE = '127.0.0.1';

const signedIn = () => {
  const stores = openTestStores();
  const opened = stores.sessions.open(stores.sessions.offer(reviewer), HERE);
  if (opened === null) throw new Error('the link did not open');
  return { stores, session: opened.session };
};

test('a link signs in once, as the person it was made for', () => {
  const stores = openTestStores();
  const code = stores.sessions.offer(reviewer);
  const opened = stores.sessions.open(code, HERE);
  expect(opened?.actor).toEqual(reviewer);
  expect(stores.sessions.identify(opened!.session)).toEqual(reviewer);
  expect(stores.sessions.open(code, HERE)).toBeNull();
  expect(stores.sessions.open(`${code}x`, HERE)).toBeNull();
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
  expect(stores.sessions.open(code, HERE)).toBeNull();
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

test('sessions are listed with who, since when and from where, without what signs in', () => {
  const { stores, session } = signedIn();
  const [listed, ...others] = stores.sessions.list();
  expect(others).toEqual([]);
  expect(listed).toEqual({
    id: 1,
    ...reviewer,
    address: HERE,
    startedAt: expect.any(String),
    lastUsedAt: expect.any(String),
  });
  expect(stores.sessions.recordOf(session)).toEqual(listed);
  expect(stores.sessions.list(operator.name)).toEqual([]);
  stores.sql.exec(`UPDATE browser_sessions SET seen_at = '2020-01-01T00:00:00.000Z'`);
  expect(stores.sessions.list()).toEqual([]);
});

test('a session of somebody else is not revoked, one’s own is, at once', () => {
  const { stores, session } = signedIn();
  expect(() => stores.sessions.revoke(1, operator, operator.name)).toThrow('there is no session 1 that is open');
  expect(stores.sessions.identify(session)).toEqual(reviewer);
  stores.sessions.revoke(1, reviewer, reviewer.name);
  expect(stores.sessions.identify(session)).toBeNull();
  expect(() => stores.sessions.revoke(1, reviewer)).toThrow('nothing was changed');
});

test('revoking all of a person ends their sessions and the links that would make new ones, and nobody else’s', () => {
  const { stores, session } = signedIn();
  const other = stores.sessions.open(stores.sessions.offer(operator), HERE)!;
  const link = stores.sessions.offer(reviewer);
  expect(stores.sessions.revokeAllOf(reviewer.name, operator)).toBe(1);
  expect(stores.sessions.identify(session)).toBeNull();
  expect(stores.sessions.open(link, HERE)).toBeNull();
  expect(stores.sessions.identify(other.session)).toEqual(operator);
  expect(stores.events.list({}).at(-1)).toMatchObject({ kind: 'session.revoked', actor: operator.name });
});
