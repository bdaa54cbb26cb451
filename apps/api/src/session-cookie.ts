import { SESSION_DAYS } from '@proofline/domain/session.ts';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ApiEnv } from './api-env.ts';
import { hostOf } from './door.ts';

/** Cookies do not know ports, and two data folders may be served side by side: each has a cookie of its own. */
function nameOf(c: Context<ApiEnv>): string {
  const { scheme } = c.get('door');
  const { port } = new URL(`${scheme}://${hostOf(c)}`);
  // With this prefix a browser takes it from this very host under TLS alone, so no neighbour can plant one.
  return scheme === 'https' ? `__Host-proofline_${port || '443'}` : `proofline_${port || '80'}`;
}

const attributesAt = (c: Context<ApiEnv>) =>
  ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: c.get('door').scheme === 'https' }) as const;

export const sessionOf = (c: Context<ApiEnv>) => getCookie(c, nameOf(c));

export function setSessionCookie(c: Context<ApiEnv>, session: string): void {
  setCookie(c, nameOf(c), session, { ...attributesAt(c), maxAge: SESSION_DAYS * 24 * 3600 });
}

export function endSessionCookie(c: Context<ApiEnv>): void {
  deleteCookie(c, nameOf(c), attributesAt(c));
}
