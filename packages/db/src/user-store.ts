import { DomainError } from '@proofline/domain/domain-error.ts';
import type { Actor } from '@proofline/domain/actor.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import { foldedUserName, TooManyAttempts, type User, type Users } from '@proofline/domain/user.ts';
import { asc, eq } from 'drizzle-orm';
import type { BrowserSessions } from './browser-sessions.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { users } from './schema.ts';
import { createSignInAttempts } from './sign-in-attempts.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Each look at a password takes 19 MiB and a core for some 50 ms: a crowd at the door must not take the machine. */
const MOST_AT_THE_DOOR = 8;
const CROWD_WAIT_S = 5;

export function createUsers(unit: UnitOfWork, events: EventLog, sessions: BrowserSessions): Users {
  const { orm } = unit;
  const attempts = createSignInAttempts(unit);
  const inTurn = takeTurns();
  /** What the password of an unknown name is compared with, so that it takes as long. Made at the first sign-in. */
  let nobodysHash: Promise<string> | undefined;

  const record = (actor: string, kind: string, detail: Readonly<Record<string, unknown>>) =>
    events.append({ actor, kind, runId: null, setId: null, photoId: null, detail });
  const rowOf = (name: string) =>
    orm
      .select()
      .from(users)
      .where(eq(users.foldedName, foldedUserName(name)))
      .get();
  const known = (name: string) => {
    const row = rowOf(name);
    if (row === undefined) throw new DomainError('not_found', `there is no user ${JSON.stringify(name)}`);
    return row;
  };

  /** One transaction: whoever may no longer do something cannot do it in between. */
  const change = (name: string, set: Partial<typeof users.$inferInsert>, kind: string, by: Actor): User =>
    unit.write(() => {
      const { foldedName, name: present } = known(name);
      orm.update(users).set(set).where(eq(users.foldedName, foldedName)).run();
      record(by.name, kind, { user: present, ...(set.roles && { roles: set.roles }) });
      sessions.revokeAllOf(present, by);
      return userIn(known(name));
    });

  return {
    async add({ name, roles, password }, by) {
      const passwordHash = await hashPassword(password);
      return unit.write(() => {
        if (rowOf(name) !== undefined)
          throw new DomainError('conflict', `there is a user ${JSON.stringify(name)} already; nothing was changed`);
        const now = unit.now();
        const row = { foldedName: foldedUserName(name), name, roles, passwordHash, addedAt: now, passwordSetAt: now };
        orm.insert(users).values(row).run();
        record(by.name, 'user.added', { user: name, roles });
        return userIn(row);
      });
    },

    list: () => orm.select().from(users).orderBy(asc(users.foldedName)).all().map(userIn),

    remove: (name, by) =>
      unit.write(() => {
        const { foldedName, name: present } = known(name);
        orm.delete(users).where(eq(users.foldedName, foldedName)).run();
        record(by.name, 'user.removed', { user: present });
        sessions.revokeAllOf(present, by);
      }),

    setRoles: (name, roles, by) => change(name, { roles }, 'user.roles-changed', by),

    async setPassword(name, password, by) {
      known(name);
      const passwordHash = await hashPassword(password);
      return change(name, { passwordHash, passwordSetAt: unit.now() }, 'user.password-changed', by);
    },

    async signIn(name, password, address) {
      const attempt = attempts.begin(name, address);
      const row = rowOf(name);
      const fallback = await (nobodysHash ??= hashPassword('nobody has this password'));
      const hash = row?.passwordHash ?? fallback;
      const { isRight, isOutdated } = await inTurn(() => verifyPassword(password, hash));
      if (row === undefined || !isRight) {
        // A name that nobody has may be a password in the wrong field.
        record('unknown', 'sign-in.failed', { user: row?.name ?? null, address, waits: attempt.waits });
        return null;
      }
      const renewed = isOutdated ? await hashPassword(password) : row.passwordHash;
      return unit.write(() => {
        // Removed, or given another password, while this one was looked at.
        if (rowOf(name)?.passwordHash !== row.passwordHash) return null;
        attempt.succeed();
        orm.update(users).set({ passwordHash: renewed }).where(eq(users.foldedName, row.foldedName)).run();
        return sessions.start(userIn(rowOf(name)!), address);
      });
    },
  };
}

const userIn = ({ name, roles, addedAt, passwordSetAt }: typeof users.$inferSelect): User => ({
  name,
  roles,
  addedAt,
  passwordSetAt,
});

/** One after the other; throws `TooManyAttempts` when too many wait already. */
function takeTurns() {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async <T>(look: () => Promise<T>): Promise<T> => {
    if (waiting >= MOST_AT_THE_DOOR) throw new TooManyAttempts(CROWD_WAIT_S);
    waiting += 1;
    const turn = last.then(look, look);
    last = turn.catch(() => {});
    return turn.finally(() => {
      waiting -= 1;
    });
  };
}
