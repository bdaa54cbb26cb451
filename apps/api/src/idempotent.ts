import { DomainError } from '@proofline/domain/domain-error.ts';
import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from './authorization.ts';
import type { ApiPorts } from './ports.ts';

/**
 * With an `Idempotency-Key`, a request that comes again gets the reply that it got first, and is not carried out again. A reply that is no success is
 * not kept: nothing was done, so the key may be used again. Without the header every request is one of its own.
 */
export function idempotent({ idempotencyKeys }: Pick<ApiPorts, 'idempotencyKeys'>) {
  const middleware = createMiddleware<ApiEnv>(async (c, next) => {
    const key = c.req.header('Idempotency-Key');
    if (key === undefined) return next();
    if (!/^[\x21-\x7e]{1,200}$/.test(key))
      throw new DomainError('invalid', 'Idempotency-Key is not 1 to 200 visible ASCII characters; nothing was done');
    const { name } = c.get('actor');
    const request = await sha256(
      `${c.req.method} ${c.req.path}\n${c.req.header('If-Match') ?? ''}\n${await c.req.text()}`,
    );
    const earlier = idempotencyKeys.begin(name, key, request);
    switch (earlier.kind) {
      case 'carried-out':
        c.header('Idempotency-Replayed', 'true');
        c.header('Content-Type', 'application/json');
        return c.body(earlier.reply, earlier.status as 200);
      case 'another':
        throw new DomainError(
          'key_reused',
          'this Idempotency-Key came with another request before; nothing was done; use a new key',
        );
      case 'unfinished':
        throw new DomainError(
          'conflict',
          'a request with this Idempotency-Key is being carried out, or that was cut off; look whether it was done before you send it under a new key',
        );
      case 'new':
        await next();
    }
    if (c.res.ok) idempotencyKeys.finish(name, key, c.res.status, await c.res.clone().text());
    else idempotencyKeys.release(name, key);
    return undefined;
  });
  return Object.assign(middleware, { takesIdempotencyKey: true });
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
