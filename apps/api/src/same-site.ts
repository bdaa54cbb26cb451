import { DomainError } from '@proofline/domain/domain-error.ts';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';

/** Names under which this machine alone is reached. */
const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Refuses what a foreign web page sends through the user's browser. DNS rebinding shows in the Host header, a cross-site call in Origin or
 * Sec-Fetch-Site; a page can set none of the three. A port is not compared: rebinding changes the name, and a forwarded port
 * is still this machine.
 */
export const sameSiteOnly = createMiddleware(async (c, next) => {
  const host = c.req.header('Host') ?? new URL(c.req.url).host;
  if (!isLoopback(host))
    throw new DomainError(
      'not_allowed',
      `the request was sent to ${JSON.stringify(host.slice(0, 100))}, which is not this machine; use http://127.0.0.1`,
    );
  if (!isSameSite(c, host))
    throw new DomainError('not_allowed', 'the request comes from another web page; nothing was changed');
  await next();
});

function isLoopback(host: string): boolean {
  const url = `http://${host}`;
  return URL.canParse(url) && loopbackNames.includes(new URL(url).hostname);
}

function isSameSite(c: Context, host: string): boolean {
  const origin = c.req.header('Origin');
  const site = c.req.header('Sec-Fetch-Site') ?? 'none';
  return (origin === undefined || origin === `http://${host}`) && (site === 'none' || site === 'same-origin');
}
