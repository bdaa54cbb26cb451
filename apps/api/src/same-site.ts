import { DomainError } from '@proofline/domain/domain-error.ts';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';

/** Names under which this machine alone is reached. */
const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/** Refuses what was sent to another name than this machine's: DNS rebinding shows in the Host header, which a page cannot set. */
export const loopbackOnly = createMiddleware(async (c, next) => {
  const host = hostOf(c);
  if (!isLoopback(host))
    throw new DomainError(
      'not_allowed',
      `the request was sent to ${JSON.stringify(host.slice(0, 100))}, which is not this machine; use http://127.0.0.1`,
    );
  await next();
});

/**
 * Refuses what a foreign web page sends through the user's browser: a cross-site call shows in Origin or Sec-Fetch-Site; a page can set neither. A
 * port of the Host header is not compared: a forwarded port is still this machine.
 */
export const sameSiteOnly = createMiddleware(async (c, next) => {
  const origin = c.req.header('Origin');
  const site = c.req.header('Sec-Fetch-Site') ?? 'none';
  if ((origin !== undefined && origin !== ownOrigin(c)) || (site !== 'none' && site !== 'same-origin'))
    throw new DomainError('not_allowed', 'the request comes from another web page; nothing was changed');
  await next();
});

/** Whether the browser itself says so. Every browser sends one of the two with a write. */
export function comesFromOurPage(c: Context): boolean {
  return c.req.header('Sec-Fetch-Site') === 'same-origin' || c.req.header('Origin') === ownOrigin(c);
}

const hostOf = (c: Context) => c.req.header('Host') ?? new URL(c.req.url).host;
const ownOrigin = (c: Context) => `http://${hostOf(c)}`;

function isLoopback(host: string): boolean {
  const url = `http://${host}`;
  return URL.canParse(url) && loopbackNames.includes(new URL(url).hostname);
}
