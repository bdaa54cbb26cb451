import { SESSION_DAYS } from '@proofline/domain/session.ts';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** Cookies do not know ports, and two data folders may be served side by side: each has a cookie of its own. */
function nameOf(c: Context): string {
  const host = c.req.header('Host') ?? new URL(c.req.url).host;
  return `proofline_${new URL(`http://${host}`).port || '80'}`;
}

const attributes = { path: '/', httpOnly: true, sameSite: 'Strict' } as const;

export const sessionOf = (c: Context) => getCookie(c, nameOf(c));

export function setSessionCookie(c: Context, session: string): void {
  setCookie(c, nameOf(c), session, { ...attributes, maxAge: SESSION_DAYS * 24 * 3600 });
}

export function endSessionCookie(c: Context): void {
  deleteCookie(c, nameOf(c), attributes);
}
