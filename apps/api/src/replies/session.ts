import type { SessionRecord } from '@proofline/domain/session.ts';
import { z } from 'zod';
import { named } from './actor.ts';
import { listOf } from './list-of.ts';
import { count, id, instant } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

export const session = schemaOf<SessionRecord>('Session')(
  z.strictObject({
    ...named,
    id,
    address: z.string().nullable().describe('Where it began; null where that was not written down'),
    startedAt: instant,
    lastUsedAt: instant.describe('To the minute or so'),
  }),
);

export const ownSessions = schemaOf<{
  readonly currentId: number | null;
  readonly sessions: readonly SessionRecord[];
}>()(
  z.strictObject({
    currentId: id.nullable().describe('Of the session that asks; null for a token'),
    sessions: listOf(session),
  }),
);

export const endedSessions = schemaOf<{ readonly ended: number }>()(z.strictObject({ ended: count }));

export const signInLink = schemaOf<{ readonly code: string }>()(
  z.strictObject({ code: z.string().describe('Works once, for POST /session') }),
);
