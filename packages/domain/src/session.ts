import type { Actor } from './actor.ts';

/** A link that was not opened for so long opens nothing any more. */
export const SIGN_IN_LINK_HOURS = 12;
/** A session that nobody used for so long has ended. */
export const SESSION_IDLE_HOURS = 12;
/** A session ends after this, used or not. */
export const SESSION_DAYS = 7;

export type OpenedSession = { readonly session: string; readonly actor: Actor };

/** A session as people see it: who, since when, from where. Nobody can sign in with what is in here. */
export type SessionRecord = Actor & {
  readonly id: number;
  /** Null when it began before addresses were written down. */
  readonly address: string | null;
  /** ISO 8601 UTC. */
  readonly startedAt: string;
  /** ISO 8601 UTC, to the minute or so. */
  readonly lastUsedAt: string;
};

/** How a browser signs in: a code that works once is swapped for a session. Of codes and sessions only the SHA-256 is kept. */
export type Sessions = {
  /** Makes the code of a sign-in link for this actor and returns it once. */
  offer(actor: Actor): string;
  /** Uses the code up. Null when it is unknown, used or too old. */
  open(code: string, address: string): OpenedSession | null;
  /** Null when the session is unknown or has ended. Using it keeps it from ending. */
  identify(session: string): Actor | null;
  /** Its record; null where `identify` says null. */
  recordOf(session: string): SessionRecord | null;
  /** Ending what has ended changes nothing. */
  end(session: string): void;
  /** Those that have not ended, newest first; of one person when a name is given. */
  list(name?: string): readonly SessionRecord[];
  /** Ends one, at once. Throws `DomainError('not_found')` when none that is open has this id, or it is another person's than `name`. */
  revoke(id: number, by: Actor, name?: string): void;
  /** Ends all of one person, and the links that would make new ones; resolves with how many sessions that were. */
  revokeAllOf(name: string, by: Actor): number;
};
