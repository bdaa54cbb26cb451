import { SESSION_DAYS } from '@proofline/domain/session.ts';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { hostOf, type Door } from './door.ts';
import type { ReplyHeaders } from './replies/replies.ts';

export const sessionCookie: ReplyHeaders = {
  'Set-Cookie': { description: 'The session, or its end; for this host alone, and for no script', always: true },
};

/** Cookies do not know ports, and two data folders may be served side by side: each has a cookie of its own. */
function nameOf(c: Context): string {
  const { scheme }: Door = c.get('door');
  const { port } = new URL(`${scheme}://${hostOf(c)}`);
  // With this prefix a browser takes it from this very host under TLS alone, so no neighbour can plant one.
  return scheme === 'https' ? `__Host-proofline_${port || '443'}` : `proofline_${port || '80'}`;
}

const attributesAt = (c: Context) => {
  const { scheme }: Door = c.get('door');
  return { path: '/', httpOnly: true, sameSite: 'Strict', secure: scheme === 'https' } as const;
};

export const sessionOf = (c: Context) => getCookie(c, nameOf(c));

export function setSessionCookie(c: Context, session: string): void {
  setCookie(c, nameOf(c), session, { ...attributesAt(c), maxAge: SESSION_DAYS * 24 * 3600 });
}

export function endSessionCookie(c: Context): void {
  deleteCookie(c, nameOf(c), attributesAt(c));
}
