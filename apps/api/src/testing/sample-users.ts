import { DomainError } from '@proofline/domain/domain-error.ts';
import type { User } from '@proofline/domain/user.ts';
import type { ApiPorts } from '../ports.ts';

const at = '2026-05-04T08:00:00.000Z';

/** Una may sign in, with this password. */
export const SAMPLE_PASSWORD = 'a lake under nine inches of ice';
const sampleUser: User = { name: 'Una', roles: ['reviewer'], addedAt: at, passwordSetAt: at };

/** Users without hashing and without waits; both are the real store's, and tested there. */
export function sampleUsers(
  record: (actor: string, kind: string) => void,
  start: (actor: Pick<User, 'name' | 'roles'>) => string,
): Pick<ApiPorts, 'users' | 'addressOf'> {
  const known = new Map([[sampleUser.name, { user: sampleUser, password: SAMPLE_PASSWORD }]]);
  const found = (name: string) => {
    const entry = known.get(name);
    if (entry === undefined) throw new DomainError('not_found', `there is no user "${name}"`);
    return entry;
  };
  const change = (name: string, changes: Partial<User>, password?: string): User => {
    const entry = found(name);
    const user = { ...entry.user, ...changes };
    known.set(name, { user, password: password ?? entry.password });
    return user;
  };
  return {
    addressOf: () => '192.0.2.7',
    users: {
      add({ name, roles, password }, by) {
        if (known.has(name)) return Promise.reject(new DomainError('conflict', `there is a user "${name}" already`));
        const user = { name, roles, addedAt: at, passwordSetAt: at };
        known.set(name, { user, password });
        record(by.name, 'user.added');
        return Promise.resolve(user);
      },
      list: () => [...known.values()].map(({ user }) => user),
      remove(name, by) {
        known.delete(found(name).user.name);
        record(by.name, 'user.removed');
      },
      setRoles: (name, roles) => change(name, { roles }),
      setPassword: (name, password) => Promise.resolve(change(name, {}, password)),
      signIn(name, password) {
        const entry = known.get(name);
        if (entry === undefined || entry.password !== password) return Promise.resolve(null);
        return Promise.resolve({ session: start(entry.user), actor: { name, roles: entry.user.roles } });
      },
    },
  };
}
