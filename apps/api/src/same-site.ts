import { DomainError } from '@proofline/domain/domain-error.ts';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from './api-env.ts';
import { hostOf } from './door.ts';

/** Refuses what was sent to another name than the door's: DNS rebinding shows in the Host header, which a page cannot set. */
export const knownHostOnly = createMiddleware<ApiEnv>(async (c, next) => {
  const host = hostOf(c);
  const { scheme, names } = c.get('door');
  const url = `${scheme}://${host}`;
  if (!URL.canParse(url) || !names.includes(new URL(url).hostname))
    throw new DomainError(
      'not_allowed',
      `the request was sent to ${JSON.stringify(host.slice(0, 100))}, which is not this machine; use ${scheme}://${names[0]}`,
    );
  await next();
});

/**
 * Refuses what a foreign web page sends through the user's browser: a cross-site call shows in Origin or Sec-Fetch-Site; a page can set neither. A
 * port of the Host header is not compared: a forwarded port is still this machine.
 */
export const sameSiteOnly = createMiddleware<ApiEnv>(async (c, next) => {
  const origin = c.req.header('Origin');
  const site = c.req.header('Sec-Fetch-Site') ?? 'none';
  if ((origin !== undefined && origin !== ownOrigin(c)) || (site !== 'none' && site !== 'same-origin'))
    throw new DomainError('not_allowed', 'the request comes from another web page; nothing was changed');
  await next();
});

/** Whether the browser itself says so. Every browser sends one of the two with a write. */
export function comesFromOurPage(c: Context<ApiEnv>): boolean {
  return c.req.header('Sec-Fetch-Site') === 'same-origin' || c.req.header('Origin') === ownOrigin(c);
}

const ownOrigin = (c: Context<ApiEnv>) => `${c.get('door').scheme}://${hostOf(c)}`;
