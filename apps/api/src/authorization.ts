import type { AccessTokens, Actor, Role } from '@proofline/domain/actor.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';

/** What a request carries once the middleware has run. */
export type ApiEnv = { Variables: { actor: Actor; requestId: string } };

/** No token, or one that nobody was given. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
}

/** Lets only requests with a known access token through; who acts is what the token says. */
export function authenticate(tokens: AccessTokens): MiddlewareHandler<ApiEnv> {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const token = /^Bearer ([^\s]{1,512})$/i.exec(c.req.header('Authorization') ?? '')?.[1];
    if (token === undefined) throw new Unauthenticated('the request carries no access token');
    const actor = tokens.identify(token);
    if (actor === null) throw new Unauthenticated('the access token is unknown or was revoked');
    c.set('actor', actor);
    await next();
  });
}

export function requireRole(role: Role): MiddlewareHandler<ApiEnv> {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const { name, roles } = c.get('actor');
    if (!roles.includes(role))
      throw new DomainError('not_allowed', `${name} is not a ${role}; nothing was changed; ask somebody who is`);
    await next();
  });
}
