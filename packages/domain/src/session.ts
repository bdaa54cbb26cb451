import type { Actor } from './actor.ts';

/** A link that was not opened for so long opens nothing any more. */
export const SIGN_IN_LINK_HOURS = 12;
/** A session that nobody used for so long has ended. */
export const SESSION_IDLE_HOURS = 12;
/** A session ends after this, used or not. */
export const SESSION_DAYS = 7;

/** How a browser signs in: a code that works once is swapped for a session. Of codes and sessions only the SHA-256 is kept. */
export type Sessions = {
  /** Makes the code of a sign-in link for this actor and returns it once. */
  offer(actor: Actor): string;
  /** Uses the code up. Null when it is unknown, used or too old. */
  open(code: string): { readonly session: string; readonly actor: Actor } | null;
  /** Null when the session is unknown or has ended. Using it keeps it from ending. */
  identify(session: string): Actor | null;
  /** Ending what has ended changes nothing. */
  end(session: string): void;
};
