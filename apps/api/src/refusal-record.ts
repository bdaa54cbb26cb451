import type { EventLog } from '@proofline/domain/event.ts';
import type { Context } from 'hono';
import type { ApiEnv } from './authorization.ts';

/** Events are kept for ever: strangers may add one in this time, however often they knock. */
const ANONYMOUS_INTERVAL_MS = 60_000;

/** Writes down every request that was refused for who sent it; strangers' requests are counted together. */
export function recordRefusals(events: EventLog, now: () => Date) {
  let lastAnonymousMs = Number.NEGATIVE_INFINITY;
  let unrecorded = 0;

  return (c: Context<ApiEnv>, reason: string): void => {
    const actor = (c.get('actor') as { name: string } | undefined)?.name;
    unrecorded += actor === undefined ? 1 : 0;
    if (actor === undefined && now().getTime() - lastAnonymousMs < ANONYMOUS_INTERVAL_MS) return;
    const requests = actor === undefined ? unrecorded : 1;
    if (actor === undefined) {
      lastAnonymousMs = now().getTime();
      unrecorded = 0;
    }
    events.append({
      actor: actor ?? 'unknown',
      kind: 'request.refused',
      runId: null,
      setId: null,
      photoId: null,
      detail: { method: c.req.method, path: c.req.path.slice(0, 200), reason, requests },
    });
  };
}
