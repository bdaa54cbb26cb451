import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@proofline/domain/actor.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import {
  SESSION_DAYS,
  SESSION_IDLE_HOURS,
  SIGN_IN_LINK_HOURS,
  type OpenedSession,
  type SessionRecord,
  type Sessions,
} from '@proofline/domain/session.ts';
import { and, desc, eq, gt, isNull, sql, type Placeholder, type SQL } from 'drizzle-orm';
import { SYSTEM } from './event-log.ts';
import { browserSessions, signInLinks } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** 256 bits: nobody guesses them, so a plain hash is enough to keep them. */
const SECRET_BYTES = 32;
const HOUR_MS = 3_600_000;
/** A write for each request would be a lot for knowing to the second when somebody was last there. */
const SEEN_EVERY_MS = 60_000;

export type BrowserSessions = Sessions & {
  /** Starts one for somebody who has shown who they are. */
  start(actor: Actor, address: string): OpenedSession;
};

export function createBrowserSessions(unit: UnitOfWork, events: EventLog): BrowserSessions {
  const { orm } = unit;
  const record = (actor: string, kind: string, detail: Readonly<Record<string, unknown>>) =>
    events.append({ actor, kind, runId: null, setId: null, photoId: null, detail });

  /** The moments after which a session must have been used and started, to be open still. */
  const limits = () => ({
    seenAfter: unit.after(-SESSION_IDLE_HOURS * HOUR_MS),
    startedAfter: unit.after(-SESSION_DAYS * 24 * HOUR_MS),
  });
  /** Of those that were not ended by somebody: whether time has not ended them either. */
  const standing = (
    {
      seenAfter,
      startedAfter,
    }: { readonly [Limit in keyof ReturnType<typeof limits>]: string | Placeholder } = limits(),
  ) =>
    and(
      isNull(browserSessions.endedAt),
      gt(browserSessions.seenAt, seenAfter),
      gt(browserSessions.startedAt, startedAfter),
    );
  // Asked at each request.
  const open = orm
    .select()
    .from(browserSessions)
    .where(
      and(
        eq(browserSessions.sessionSha256, sql.placeholder('sessionSha256')),
        standing({ seenAfter: sql.placeholder('seenAfter'), startedAfter: sql.placeholder('startedAfter') }),
      ),
    )
    .prepare();
  const rowOf = (session: string) => open.get({ sessionSha256: sha256(session), ...limits() });

  const start = ({ name, roles }: Actor, address: string): OpenedSession =>
    unit.write(() => {
      const session = secret();
      const now = unit.now();
      orm
        .insert(browserSessions)
        .values({ sessionSha256: sha256(session), name, roles, address, startedAt: now, seenAt: now })
        .run();
      record(name, 'session.started', { roles, address });
      return { session, actor: { name, roles } };
    });

  const endThose = (those: SQL | undefined) =>
    orm.update(browserSessions).set({ endedAt: unit.now() }).where(and(those, standing())).returning().all();

  return {
    start,

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

    open: (code, address) =>
      unit.write(() => {
        const now = unit.now();
        const isUnused = and(
          eq(signInLinks.codeSha256, sha256(code)),
          isNull(signInLinks.usedAt),
          gt(signInLinks.expiresAt, now),
        );
        const link = orm.update(signInLinks).set({ usedAt: now }).where(isUnused).returning().get();
        return link === undefined ? null : start(link, address);
      }),

    identify(session): Actor | null {
      const row = rowOf(session);
      if (row === undefined) return null;
      const now = unit.now();
      if (Date.parse(now) - Date.parse(row.seenAt) > SEEN_EVERY_MS)
        unit.write(() => orm.update(browserSessions).set({ seenAt: now }).where(eq(browserSessions.id, row.id)).run());
      return { name: row.name, roles: row.roles };
    },

    recordOf(session) {
      const row = rowOf(session);
      return row === undefined ? null : recordIn(row);
    },

    end: (session) =>
      unit.write(() => {
        const [ended] = endThose(eq(browserSessions.sessionSha256, sha256(session)));
        if (ended !== undefined) record(ended.name, 'session.ended', {});
      }),

    list: (name) =>
      orm
        .select()
        .from(browserSessions)
        .where(and(name === undefined ? undefined : eq(browserSessions.name, name), standing()))
        .orderBy(desc(browserSessions.id))
        .all()
        .map(recordIn),

    revoke: (id, by, name) =>
      unit.write(() => {
        const ofPerson = name === undefined ? undefined : eq(browserSessions.name, name);
        const [ended] = endThose(and(eq(browserSessions.id, id), ofPerson));
        if (ended === undefined)
          throw new DomainError('not_found', `there is no session ${id} that is open; nothing was changed`);
        record(by.name, 'session.revoked', { session: id, of: ended.name });
      }),

    revokeAllOf: (name, by) =>
      unit.write(() => {
        const isUnused = and(eq(signInLinks.name, name), isNull(signInLinks.usedAt));
        orm.update(signInLinks).set({ usedAt: unit.now() }).where(isUnused).run();
        const ended = endThose(eq(browserSessions.name, name));
        for (const { id } of ended) record(by.name, 'session.revoked', { session: id, of: name });
        return ended.length;
      }),
  };
}

const recordIn = ({
  id,
  name,
  roles,
  address,
  startedAt,
  seenAt,
}: typeof browserSessions.$inferSelect): SessionRecord => ({
  id,
  name,
  roles,
  address,
  startedAt,
  lastUsedAt: seenAt,
});

const secret = () => randomBytes(SECRET_BYTES).toString('base64url');

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
