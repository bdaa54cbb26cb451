import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { foldedUserName, TooManyAttempts } from '@proofline/domain/user.ts';
import { and, eq, lt } from 'drizzle-orm';
import { signInFailures } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Failures that cost nobody a wait. A whole office may share an address, so it has more of them. */
const FREE_FAILURES = { name: 5, address: 20 } as const;
const FIRST_WAIT_MS = 30_000;
/** An attacker gets about a hundred guesses a day; whoever is kept out by one can use a link. */
const LONGEST_WAIT_MS = 900_000;
/** After a day without a failure counting begins anew. */
const FORGOTTEN_MS = 86_400_000;

type Of = keyof typeof FREE_FAILURES;
type Key = { readonly of: Of; readonly keySha256: string };

export type Attempt = {
  /** Takes back what was counted in advance, and forgets the failures of the name. */
  succeed(): void;
  /** Whether the next one must wait, for the record. */
  readonly waits: readonly { readonly of: Of; readonly failures: number; readonly until: string }[];
};

/** Counts failed sign-ins by name and by address, in the database: a restart is no fresh start for who guesses. */
export function createSignInAttempts(unit: UnitOfWork) {
  const { orm } = unit;
  const is = ({ of, keySha256 }: Key) => and(eq(signInFailures.of, of), eq(signInFailures.keySha256, keySha256));

  /** Counted before the password is looked at, so that a hundred guesses at once are a hundred and not one. */
  function count({ of, keySha256 }: Key) {
    const earlier = orm.select().from(signInFailures).where(is({ of, keySha256 })).get();
    const failures = (earlier?.failures ?? 0) + 1;
    const beyond = failures - FREE_FAILURES[of];
    const waitsUntil = beyond < 0 ? null : unit.after(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** beyond));
    const values = { failures, lastAt: unit.now(), waitsUntil };
    orm
      .insert(signInFailures)
      .values({ of, keySha256, ...values })
      .onConflictDoUpdate({ target: [signInFailures.of, signInFailures.keySha256], set: values })
      .run();
    return waitsUntil === null ? [] : [{ of, failures, until: waitsUntil }];
  }

  function refuseEarly(keys: readonly Key[]): void {
    const now = unit.now();
    const waits = keys
      .map((key) => orm.select().from(signInFailures).where(is(key)).get()?.waitsUntil ?? null)
      .filter((until) => until !== null && until > now) as readonly string[];
    if (waits.length === 0) return;
    const longestMs = Math.max(...waits.map((until) => Date.parse(until) - Date.parse(now)));
    throw new TooManyAttempts(Math.ceil(longestMs / 1000));
  }

  return {
    /** Throws `TooManyAttempts` while name or address must wait. */
    begin: (name: string, address: string): Attempt =>
      unit.write(() => {
        orm
          .delete(signInFailures)
          .where(lt(signInFailures.lastAt, unit.after(-FORGOTTEN_MS)))
          .run();
        const ofName: Key = { of: 'name', keySha256: sha256(foldedUserName(name)) };
        const ofAddress: Key = { of: 'address', keySha256: sha256(networkOf(address)) };
        refuseEarly([ofName, ofAddress]);
        const waits = [...count(ofName), ...count(ofAddress)];
        return {
          waits,
          succeed: () =>
            unit.write(() => {
              orm.delete(signInFailures).where(is(ofName)).run();
              const { failures = 1 } = orm.select().from(signInFailures).where(is(ofAddress)).get() ?? {};
              orm
                .update(signInFailures)
                .set({ failures: failures - 1, waitsUntil: null })
                .where(is(ofAddress))
                .run();
            }),
        };
      }),
  };
}

/** One subscriber of IPv6 has at least 2^64 addresses; they count as one. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const url = new URL(`http://[${plain.replace(/%.*$/, '')}]`);
  const [head = '', tail] = url.hostname.slice(1, -1).split('::');
  const [left, right] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const gap = tail === undefined ? [] : Array.from({ length: 8 - left!.length - right!.length }, () => '0');
  return [...left!, ...gap, ...right!].slice(0, 4).join(':');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
