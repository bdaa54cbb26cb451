import type { AccessTokens, Actor, Role } from '@proofline/domain/actor.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { Sessions } from '@proofline/domain/session.ts';
import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from './api-env.ts';
import { comesFromOurPage } from './same-site.ts';
import { sessionOf } from './session-cookie.ts';

export type { ApiEnv } from './api-env.ts';

/** Neither a token nor a session, or one that nobody was given. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
}

type Doors = { readonly tokens: AccessTokens; readonly sessions: Sessions };

/** Lets only requests with a known access token or session through; who acts is what that says. */
export function authenticate({ tokens, sessions }: Doors): MiddlewareHandler<ApiEnv> {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const token = /^Bearer ([^\s]{1,512})$/i.exec(c.req.header('Authorization') ?? '')?.[1];
    if (token !== undefined) {
      const actor = tokens.identify(token);
      if (actor === null) throw new Unauthenticated('the access token is unknown or was revoked');
      c.set('actor', actor);
      c.set('signedInBy', 'token');
    } else {
      c.set('actor', byCookie(c, sessions));
      c.set('signedInBy', 'session');
    }
    await next();
  });
}

/** A browser sends its cookie with whatever page asks; a write counts only when it says that the page is ours. */
function byCookie(c: Context<ApiEnv>, sessions: Sessions): Actor {
  const session = sessionOf(c);
  if (session === undefined) throw new Unauthenticated('the request carries no access token and no session');
  const actor = sessions.identify(session);
  if (actor === null) throw new Unauthenticated('the session has ended; sign in again');
  if (!['GET', 'HEAD'].includes(c.req.method) && !comesFromOurPage(c))
    throw new DomainError('not_allowed', 'the request does not come from a page of Proofline; nothing was changed');
  return actor;
}

/** Lets through whoever has one of these roles. */
export function requireRole(...needed: readonly [Role, ...Role[]]): MiddlewareHandler<ApiEnv> {
  const check = createMiddleware<ApiEnv>(async (c, next) => {
    const { name, roles } = c.get('actor');
    if (!needed.some((role) => roles.includes(role))) {
      const who = needed.length === 1 ? `is not a ${needed[0]}` : `is none of ${needed.join(', ')}`;
      throw new DomainError('not_allowed', `${name} ${who}; nothing was changed; ask somebody who is`);
    }
    await next();
  });
  return Object.assign(check, { needsRole: needed.length === 1 ? needed[0] : needed });
}
