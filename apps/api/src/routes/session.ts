import { DomainError } from '@proofline/domain/domain-error.ts';
import type { OpenedSession } from '@proofline/domain/session.ts';
import { givenPassword } from '@proofline/domain/user.ts';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { authenticate, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { endSessionCookie, sessionCookie, sessionOf, setSessionCookie } from '../session-cookie.ts';
import { validated } from '../validated.ts';
import { actor } from '../replies/actor.ts';
import { replies, repliesNothing } from '../replies/replies.ts';
import { signInLink } from '../replies/session.ts';

const byLink = z.strictObject({ code: z.string().regex(/^[\w-]{43}$/, 'must be the code of a sign-in link') });
const byPassword = z.strictObject({ name: z.string().min(1).max(100), password: givenPassword });
const signIn = z.union([byLink, byPassword]);

/** Signing in takes no session, for it makes one; everything else here takes one. */
export const sessionRoutes = (ports: Pick<ApiPorts, 'tokens' | 'sessions' | 'users' | 'addressOf'>) => {
  const { sessions, users, addressOf } = ports;
  return new Hono<ApiEnv>()
    .post('/', validated('json', signIn), replies(actor, { status: 201, headers: sessionCookie }), async (c) => {
      const given = c.req.valid('json');
      const address = addressOf(c.env);
      const opened =
        'code' in given
          ? openByLink(c, () => sessions.open(given.code, address))
          : opens(
              await users.signIn(given.name, given.password, address),
              'there is no such name with this password; nothing was changed',
            );
      // Whoever was signed in here before is not any more.
      const earlier = sessionOf(c);
      if (earlier !== undefined) sessions.end(earlier);
      setSessionCookie(c, opened.session);
      return recordReply(c, opened.actor);
    })
    .get('/', authenticate(ports), replies(actor), (c) => recordReply(c, c.get('actor')))
    .delete('/', authenticate(ports), repliesNothing(sessionCookie), (c) => {
      const session = sessionOf(c);
      if (session !== undefined) sessions.end(session);
      endSessionCookie(c);
      return c.body(null, 204);
    });
};

type Asked = Pick<Context<ApiEnv>, 'get'>;

function openByLink(c: Asked, open: () => OpenedSession | null): OpenedSession {
  refuseLinks(c);
  return opens(
    open(),
    'this sign-in link was used already, or is too old; print another one with: npm run proofline -- sign-in',
  );
}

function opens(opened: OpenedSession | null, refusal: string): OpenedSession {
  if (opened === null) throw new DomainError('not_allowed', refusal);
  return opened;
}

function refuseLinks(c: Asked): void {
  if (!c.get('door').takesLinks)
    throw new DomainError('not_allowed', 'sign-in links are for the machine itself; sign in by name and password here');
}

/** A person who is signed in, or holds a token, signs in another browser of theirs. */
export const signInLinkRoutes = ({ sessions }: Pick<ApiPorts, 'sessions'>) =>
  new Hono<ApiEnv>().post('/', replies(signInLink, { status: 201 }), (c) => {
    refuseLinks(c);
    return recordReply(c, { code: sessions.offer(c.get('actor')) });
  });
