import { createHash, randomBytes } from 'node:crypto';
import type { AccessTokens } from '@proofline/domain/actor.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { SYSTEM } from './event-log.ts';
import { accessTokens } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** 256 bits: nobody guesses it, so a plain hash is enough to keep it. */
const TOKEN_BYTES = 32;

export function createAccessTokens(unit: UnitOfWork, events: EventLog): AccessTokens {
  // Asked at each request.
  const holder = unit.orm
    .select({ name: accessTokens.name, roles: accessTokens.roles })
    .from(accessTokens)
    .where(and(eq(accessTokens.tokenSha256, sql.placeholder('tokenSha256')), isNull(accessTokens.revokedAt)))
    .prepare();
  return {
    issue: ({ name, roles }) =>
      unit.write(() => {
        const token = randomBytes(TOKEN_BYTES).toString('base64url');
        unit.orm
          .insert(accessTokens)
          .values({ tokenSha256: sha256(token), name, roles, issuedAt: unit.now() })
          .run();
        const detail = { name, roles };
        events.append({ actor: SYSTEM, kind: 'token.issued', runId: null, setId: null, photoId: null, detail });
        return token;
      }),
    identify: (token) => holder.get({ tokenSha256: sha256(token) }) ?? null,
  };
}

function sha256(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
