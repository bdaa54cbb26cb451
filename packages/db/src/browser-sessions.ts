import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@proofline/domain/actor.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import { SESSION_DAYS, SESSION_IDLE_HOURS, SIGN_IN_LINK_HOURS, type Sessions } from '@proofline/domain/session.ts';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { SYSTEM } from './event-log.ts';
import { browserSessions, signInLinks } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** 256 bits: nobody guesses them, so a plain hash is enough to keep them. */
const SECRET_BYTES = 32;
const HOUR_MS = 3_600_000;
/** A write for each request would be a lot for knowing to the second when somebody was last there. */
const SEEN_EVERY_MS = 600_000;

export function createBrowserSessions(unit: UnitOfWork, events: EventLog): Sessions {
  const { orm } = unit;
  const record = (actor: string, kind: string, detail: Readonly<Record<string, unknown>>) =>
    events.append({ actor, kind, runId: null, setId: null, photoId: null, detail });

  function isOver({ startedAt, seenAt }: { readonly startedAt: string; readonly seenAt: string }): boolean {
    const nowMs = Date.parse(unit.now());
    const isIdle = nowMs - Date.parse(seenAt) > SESSION_IDLE_HOURS * HOUR_MS;
    return isIdle || nowMs - Date.parse(startedAt) > SESSION_DAYS * 24 * HOUR_MS;
  }

  return {
    offer: ({ name, roles }) =>
      unit.write(() => {
        const code = secret();
        const expiresAt = unit.after(SIGN_IN_LINK_HOURS * HOUR_MS);
        orm
          .insert(signInLinks)
          .values({ codeSha256: sha256(code), name, roles, expiresAt })
          .run();
        record(SYSTEM, 'sign-in.offered', { name, roles });
        return code;
      }),

    open: (code) =>
      unit.write(() => {
        const now = unit.now();
        const isUnused = and(
          eq(signInLinks.codeSha256, sha256(code)),
          isNull(signInLinks.usedAt),
          gt(signInLinks.expiresAt, now),
        );
        const link = orm.update(signInLinks).set({ usedAt: now }).where(isUnused).returning().get();
        if (link === undefined) return null;
        const { name, roles } = link;
        const session = secret();
        orm
          .insert(browserSessions)
          .values({ sessionSha256: sha256(session), name, roles, startedAt: now, seenAt: now })
          .run();
        record(name, 'session.started', { roles });
        return { session, actor: { name, roles } };
      }),

    identify(session): Actor | null {
      const isOpen = and(eq(browserSessions.sessionSha256, sha256(session)), isNull(browserSessions.endedAt));
      const row = orm.select().from(browserSessions).where(isOpen).get();
      if (row === undefined || isOver(row)) return null;
      const now = unit.now();
      if (Date.parse(now) - Date.parse(row.seenAt) > SEEN_EVERY_MS)
        unit.write(() => orm.update(browserSessions).set({ seenAt: now }).where(isOpen).run());
      return { name: row.name, roles: row.roles };
    },

    end: (session) =>
      unit.write(() => {
        const isOpen = and(eq(browserSessions.sessionSha256, sha256(session)), isNull(browserSessions.endedAt));
        const row = orm.update(browserSessions).set({ endedAt: unit.now() }).where(isOpen).returning().get();
        if (row !== undefined) record(row.name, 'session.ended', {});
      }),
  };
}

const secret = () => randomBytes(SECRET_BYTES).toString('base64url');

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
