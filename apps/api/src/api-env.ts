import type { Actor } from '@proofline/domain/actor.ts';
import type { Door } from './door.ts';

/** What a request carries: the door that it came through, and who sent it once that is known. */
export type ApiEnv = {
  Variables: { door: Door; actor: Actor; signedInBy: 'token' | 'session'; requestId: string };
};
