import { DomainError } from '@proofline/domain/domain-error.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { authenticate, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { endSessionCookie, sessionOf, setSessionCookie } from '../session-cookie.ts';
import { validated } from '../validated.ts';

const signIn = z.strictObject({ code: z.string().regex(/^[\w-]{43}$/, 'must be the code of a sign-in link') });

/** Signing in takes no session, for it makes one; everything else here takes one. */
export const sessionRoutes = (ports: Pick<ApiPorts, 'tokens' | 'sessions'>) => {
  const { sessions } = ports;
  return new Hono<ApiEnv>()
    .post('/', validated('json', signIn), (c) => {
      const opened = sessions.open(c.req.valid('json').code);
      if (opened === null)
        throw new DomainError(
          'not_allowed',
          'this sign-in link was used already, or is too old; print another one with: npm run proofline -- sign-in',
        );
      setSessionCookie(c, opened.session);
      return recordReply(c, opened.actor, 201);
    })
    .get('/', authenticate(ports), (c) => recordReply(c, c.get('actor')))
    .delete('/', authenticate(ports), (c) => {
      const session = sessionOf(c);
      if (session !== undefined) sessions.end(session);
      endSessionCookie(c);
      return c.body(null, 204);
    });
};

/** A person who is signed in, or holds a token, signs in another browser of theirs. */
export const signInLinkRoutes = ({ sessions }: Pick<ApiPorts, 'sessions'>) =>
  new Hono<ApiEnv>().post('/', (c) => recordReply(c, { code: sessions.offer(c.get('actor')) }, 201));
