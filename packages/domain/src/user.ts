import { z } from 'zod';
import { roles, type Role } from './actor.ts';
import { DomainError } from './domain-error.ts';
import type { Actor } from './actor.ts';
import type { OpenedSession } from './session.ts';

/** Who signs in by name and password. Of the password only a hash is kept, and nobody is shown that. */
export type User = {
  readonly name: string;
  readonly roles: readonly Role[];
  /** ISO 8601 UTC. */
  readonly addedAt: string;
  /** ISO 8601 UTC. */
  readonly passwordSetAt: string;
};

export type UserAdmission = Pick<User, 'name' | 'roles'> & { readonly password: string };

/** NIST SP 800-63B-4 asks for 15 where a password is all there is; length counts, rules on its letters do not help. */
const LEAST_PASSWORD = 15;
/** Long enough for any sentence; longer ones are made to keep a server busy. */
const MOST_PASSWORD = 200;

/** What people write down as who approved a photo, so it is one line of plain letters. */
export const userName = z
  .string()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,38}[\p{L}\p{M}\p{N}]$/u,
    'must be 2 to 40 letters, digits, spaces or . _ -',
  );

export const userRoles = z
  .array(z.enum(roles))
  .min(1, 'must name at least one role')
  .transform((named) => roles.filter((role) => named.includes(role)));

export const newPassword = z
  .string()
  .min(LEAST_PASSWORD, `must have at least ${LEAST_PASSWORD} characters; a sentence is easy to keep in mind`)
  .max(MOST_PASSWORD, `must have at most ${MOST_PASSWORD} characters`)
  .regex(/^\P{Cc}*$/u, 'must be one line')
  .refine((password) => new Set(password.normalize('NFKC')).size >= 5, 'must hold at least 5 different characters');

/** What is looked at when somebody signs in: any text, so that a refusal says nothing of what passwords look like. */
export const givenPassword = z.string().min(1).max(MOST_PASSWORD);

/** People are found however they write their capitals. */
export const foldedUserName = (name: string) => name.normalize('NFKC').toLowerCase();

/** Whoever may sign in, and the one door for them. */
export type Users = {
  /** Throws `DomainError('conflict')` for a name that is there. */
  add(admission: UserAdmission, by: Actor): Promise<User>;
  /** By name. */
  list(): readonly User[];
  /** Ends the user's sessions. What they did stays under their name. Throws `not_found`, as all below do. */
  remove(name: string, by: Actor): void;
  /** Ends the user's sessions: the next one has the new roles. */
  setRoles(name: string, roles: readonly Role[], by: Actor): User;
  /** Ends the user's sessions. */
  setPassword(name: string, password: string, by: Actor): Promise<User>;
  /**
   * Null when there is no such user or the password is another one, which take the same time. Throws `TooManyAttempts` while name or
   * address must wait, without a look at the password.
   */
  signIn(name: string, password: string, address: string): Promise<OpenedSession | null>;
};

/** Somebody guesses, or forgot their password: nothing is looked at for a while. */
export class TooManyAttempts extends DomainError {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(
      'too_many',
      `too many attempts to sign in; try again in ${retryAfterSeconds} s; whoever is at the machine can print a link that signs in at once`,
    );
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
