import { TooManyAttempts } from '@proofline/domain/user.ts';
import { describe, expect, test } from 'vitest';
import { hashPassword } from './password-hash.ts';
import { column, openTestStores, operator, type TestStores } from './test-stores.ts';

const PASSWORD = 'nine swans on a frozen lake';
const [HERE, THERE] = ['192.168.1.20', '192.168.1.21'];

async function withUser(): Promise<TestStores> {
  const stores = openTestStores();
  await stores.users.add({ name: 'Una', roles: ['reviewer'], password: PASSWORD }, operator);
  return stores;
}

const kinds = ({ events }: TestStores) => events.list({}).map(({ kind }) => kind);
const signIn = (stores: TestStores, password = PASSWORD, address = HERE, name = 'Una') =>
  stores.users.signIn(name, password, address);

async function fail(stores: TestStores, times: number, address = HERE, name = 'Una'): Promise<void> {
  for (let time = 0; time < times; time += 1) expect(await signIn(stores, 'a guess', address, name)).toBeNull();
}

describe('signing in', () => {
  test('with another password, or as nobody, opens nothing and is written down', async () => {
    const stores = await withUser();
    expect(await signIn(stores, `${PASSWORD} `)).toBeNull();
    expect(await signIn(stores, PASSWORD, HERE, 'my secret password')).toBeNull();
    expect(stores.sessions.list()).toEqual([]);
    const failures = stores.events.list({}).filter(({ kind }) => kind === 'sign-in.failed');
    expect(failures.map(({ detail }) => [detail['user'], detail['address']])).toEqual([
      ['Una', HERE],
      [null, HERE],
    ]);
    // What was typed as a name may be a password.
    expect(JSON.stringify(stores.events.list({}))).not.toContain('my secret password');
    expect(JSON.stringify(stores.sql.prepare('SELECT * FROM sign_in_failures').all())).not.toContain('my secret');
  });

  test('opens a session in the roles of the user, however the name is written', async () => {
    const stores = await withUser();
    const opened = await signIn(stores, PASSWORD, HERE, 'UNA');
    expect(opened?.actor).toEqual({ name: 'Una', roles: ['reviewer'] });
    expect(stores.sessions.identify(opened!.session)).toEqual(opened!.actor);
    expect(stores.sessions.list('Una')).toMatchObject([{ address: HERE }]);
  });

  test('as somebody who is not there takes as long as with a wrong password', async () => {
    const stores = await withUser();
    const timeOf = async (name: string) => {
      const before = process.cpuUsage();
      await signIn(stores, 'a guess', HERE, name);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await timeOf('warm-up');
    const [known, unknown] = [await timeOf('Una'), await timeOf('Nobody')];
    // Without a hash it is a hundredth.
    expect(unknown / known).toBeGreaterThan(0.3);
    expect(unknown / known).toBeLessThan(3);
  });

  test('a letter that another keyboard writes in two parts is the same letter', async () => {
    const stores = await withUser();
    await stores.users.setPassword('Una', 'la rivière gelée sous la neige'.normalize('NFD'), operator);
    expect(await signIn(stores, 'la rivière gelée sous la neige'.normalize('NFC'))).not.toBeNull();
  });
});

describe('guessing', () => {
  test('makes a name wait after five failures, longer each time, also for the right password', async () => {
    const stores = await withUser();
    await fail(stores, 5);
    await expect(signIn(stores)).rejects.toThrow(TooManyAttempts);
    await expect(signIn(stores)).rejects.toMatchObject({ code: 'too_many', retryAfterSeconds: 30 });
    await expect(signIn(stores, PASSWORD, THERE)).rejects.toThrow(TooManyAttempts);
    stores.clock.ms += 31_000;
    await fail(stores, 1);
    await expect(signIn(stores)).rejects.toMatchObject({ retryAfterSeconds: 60 });
    stores.clock.ms += 61_000;
    expect(await signIn(stores)).not.toBeNull();
    await fail(stores, 4);
  });

  test('goes on waiting after a restart', async () => {
    const stores = await withUser();
    await fail(stores, 5);
    const again = stores.reopen();
    again.clock.ms = stores.clock.ms;
    await expect(signIn(again)).rejects.toThrow(TooManyAttempts);
  });

  test('of many names makes the address wait, and no other address', async () => {
    const stores = await withUser();
    for (let name = 0; name < 20; name += 1) await fail(stores, 1, HERE, `name ${name}`);
    await expect(signIn(stores)).rejects.toThrow(TooManyAttempts);
    expect(await signIn(stores, PASSWORD, THERE)).not.toBeNull();
  });

  test('from many addresses of one IPv6 network counts as from one', async () => {
    const stores = await withUser();
    for (let host = 1; host <= 20; host += 1) await fail(stores, 1, `2001:db8::1:${host}`, `name ${host}`);
    await expect(signIn(stores, PASSWORD, '2001:db8:0:0:ffff::1')).rejects.toThrow(TooManyAttempts);
    expect(await signIn(stores, PASSWORD, '2001:db8:0:1::1')).not.toBeNull();
  });

  test('all at once is counted one by one', async () => {
    const stores = await withUser();
    const tries = await Promise.allSettled(Array.from({ length: 30 }, () => signIn(stores, 'a guess')));
    const looked = tries.filter(({ status }) => status === 'fulfilled');
    expect(looked).toHaveLength(5);
  });

  test('a wait that a name has is written down with the failure', async () => {
    const stores = await withUser();
    await fail(stores, 5);
    expect(stores.events.latest(1)[0]?.detail['waits']).toMatchObject([{ of: 'name', failures: 5 }]);
  });
});

describe('of a user', () => {
  test('the password is kept as Argon2id with its parameters, and is in no event', async () => {
    const stores = await withUser();
    const [hash] = column<string>(stores, 'SELECT password_hash FROM users');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    const kept = JSON.stringify([stores.events.list({}), stores.users.list()]);
    expect(kept).not.toContain(PASSWORD);
    expect(kept).not.toContain('argon2');
  });

  test('a hash with parameters of before is renewed when its owner signs in, not when somebody guesses', async () => {
    const stores = await withUser();
    const old = await hashPassword(PASSWORD, { memory: 1024, passes: 1, parallelism: 1 });
    stores.sql.prepare('UPDATE users SET password_hash = ?').run(old);
    await fail(stores, 1);
    expect(column(stores, 'SELECT password_hash FROM users')).toEqual([old]);
    expect(await signIn(stores)).not.toBeNull();
    expect(column<string>(stores, 'SELECT password_hash FROM users')[0]).toContain('$m=19456,t=2,p=1$');
    expect(await signIn(stores)).not.toBeNull();
  });

  test('a name is taken in whatever capitals', async () => {
    const stores = await withUser();
    const again = stores.users.add({ name: 'UNA', roles: ['ops'], password: PASSWORD }, operator);
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
    expect(stores.users.list()).toMatchObject([{ name: 'Una', roles: ['reviewer'] }]);
  });

  test.each([
    ['removal', (stores: TestStores) => stores.users.remove('una', operator), 'user.removed'],
    ['other roles', (stores: TestStores) => stores.users.setRoles('una', ['ops'], operator), 'user.roles-changed'],
    [
      'another password',
      (stores: TestStores) => stores.users.setPassword('una', 'another long password', operator),
      'user.password-changed',
    ],
  ])('%s ends the sessions at once', async (_what, change, kind) => {
    const stores = await withUser();
    const { session } = (await signIn(stores))!;
    await Promise.resolve(change(stores));
    expect(stores.sessions.identify(session)).toBeNull();
    expect(kinds(stores).slice(-2)).toEqual([kind, 'session.revoked']);
  });

  test('a removal while the password is looked at lets nobody in', async () => {
    const stores = await withUser();
    const opening = signIn(stores);
    stores.users.remove('Una', operator);
    expect(await opening).toBeNull();
    expect(stores.sessions.list()).toEqual([]);
  });

  test.each(['remove', 'setRoles', 'setPassword'] as const)(
    '%s of somebody who is not there is refused',
    async (act) => {
      const stores = await withUser();
      const asked = async () => {
        if (act === 'remove') return stores.users.remove('Nobody', operator);
        if (act === 'setRoles') return stores.users.setRoles('Nobody', ['ops'], operator);
        return stores.users.setPassword('Nobody', PASSWORD, operator);
      };
      await expect(asked()).rejects.toMatchObject({ code: 'not_found' });
    },
  );
});
