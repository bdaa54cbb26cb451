import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCliWorld, type CliWorld } from '../testing/cli-world.ts';

let world: CliWorld;
beforeEach(async () => {
  world = await openCliWorld();
});
afterEach(() => world.server.close());

const names = () => world.ports.users.list().map(({ name }) => name);
const signIn = (name: string, password: string) => world.ports.users.signIn(name, password, '127.0.0.1');

test.each([
  [['users', 'add', 'Uwe', '--role', 'reviewer', 'my password on the line'], 'error: too many arguments'],
  [['users', 'add', 'Uwe', '--role', 'king'], 'there is no such role; roles are operator, reviewer, ops'],
  [['users', 'add', 'Uwe'], "required option '--role <ROLE>'"],
  [['users', 'add', 'Uwe', '--role', 'reviewer'], 'no password came in'],
  [['users', 'remove', 'Nobody'], 'there is no user "Nobody"'],
])('%j is refused in words and adds nobody', async (args, words) => {
  const { code, stderr } = await world.proofline(args);
  expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  expect(names()).toEqual(['Una']);
});

test('a password that is too short is refused, and stands in no message', async () => {
  const { code, stdout, stderr } = await world.prooflineGiven('swan lake', ['users', 'add', 'Uwe', '--role', 'ops']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('password: must have at least 15 characters')]);
  expect(stdout + stderr).not.toContain('swan lake');
  expect(names()).toEqual(['Una']);
});

test('somebody is added with a password from a pipe, is listed, gets other roles and another password, and goes', async () => {
  const add = ['users', 'add', 'Uwe', '--role', 'ops', '--role', 'operator'];
  expect(await world.prooflineGiven('five cups of coffee a day\n', add)).toMatchObject({
    code: 0,
    stdout: 'Uwe may sign in as operator, ops\n',
  });
  expect(await signIn('Uwe', 'five cups of coffee a day')).not.toBeNull();
  expect((await world.proofline(['users', 'list'])).stdout).toMatch(/Uwe +operator, ops +2026-05-04/);
  expect(await world.proofline(['users', 'roles', 'Uwe', '--role', 'reviewer'])).toMatchObject({
    stdout: 'Uwe is reviewer now; their sessions have ended\n',
  });
  await world.prooflineGiven('six cups of coffee a day', ['users', 'password', 'Uwe']);
  expect(await signIn('Uwe', 'five cups of coffee a day')).toBeNull();
  expect(await signIn('Uwe', 'six cups of coffee a day')).not.toBeNull();
  expect(await world.proofline(['users', 'remove', 'Uwe'])).toMatchObject({ code: 0 });
  expect(names()).toEqual(['Una']);
});

test('sessions are listed with who and from where, and ended one by one or all of a person', async () => {
  expect((await world.proofline(['sessions'])).stdout).toBe('nobody is signed in\n');
  world.state.sessions.set('one', { name: 'Una', roles: ['reviewer'] });
  world.state.sessions.set('two', { name: 'Uwe', roles: ['ops'] });
  world.state.sessions.set('three', { name: 'Uwe', roles: ['ops'] });
  expect((await world.proofline(['sessions', 'list'])).stdout).toMatch(/2 +Uwe +ops .* 192\.0\.2\.7/);
  expect((await world.proofline(['sessions', 'end', '1'])).stdout).toBe('session 1 has ended\n');
  expect([...world.state.sessions.keys()]).toEqual(['two', 'three']);
  expect(await world.proofline(['sessions', 'end', '9'])).toMatchObject({ code: 2 });
  expect((await world.proofline(['sessions', 'end-all', 'Uwe'])).stdout).toBe('2 sessions of Uwe ended\n');
  expect(world.state.sessions.size).toBe(0);
});
