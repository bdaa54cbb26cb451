import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ApiEnv } from './authorization.ts';
import type { ApiPorts } from './ports.ts';

/** How often the table is looked at; other processes write to it too. A look that finds nothing costs microseconds. */
const LOOK_EVERY_MS = 250;
/** A comment keeps proxies and the browser from taking a quiet line for a dead one. */
const HEARTBEAT_MS = 15_000;
const RETRY_MS = 2_000;
const BATCH = 200;
/** Who missed more reads everything anew instead. */
const MOST_MISSED = 2_000;

/**
 * Everything that happens, as it happens. It begins after `Last-Event-ID`, or now. Each message is one event with its id; `hello` says where the
 * stream stands, `reset` that too much was missed to send it all.
 */
export function streamEvents(c: Context<ApiEnv>, { events, closing }: Pick<ApiPorts, 'events' | 'closing'>): Response {
  const newestId = events.latest(1)[0]?.id ?? 0;
  const asked = /^\d{1,15}$/.exec(c.req.header('Last-Event-ID') ?? '')?.[0];
  const isBehind = asked !== undefined && newestId - Number(asked) > MOST_MISSED;
  let last = asked === undefined || isBehind || Number(asked) > newestId ? newestId : Number(asked);
  return streamSSE(c, async (stream) => {
    const gone = Promise.withResolvers<void>();
    const leave = () => gone.resolve();
    stream.onAbort(leave);
    closing.addEventListener('abort', leave);
    let quietMs = 0;
    await stream.writeSSE({ event: isBehind ? 'reset' : 'hello', id: String(last), data: '{}', retry: RETRY_MS });
    while (!stream.aborted && !closing.aborted) {
      const batch = events.list({ after: last, limit: BATCH });
      for (const event of batch) await stream.writeSSE({ id: String(event.id), data: JSON.stringify(event) });
      last = batch.at(-1)?.id ?? last;
      quietMs = batch.length > 0 ? 0 : quietMs + LOOK_EVERY_MS;
      if (quietMs >= HEARTBEAT_MS) {
        await stream.write(': still here\n\n');
        quietMs = 0;
      }
      if (batch.length < BATCH) await Promise.race([stream.sleep(LOOK_EVERY_MS), gone.promise]);
    }
    closing.removeEventListener('abort', leave);
  });
}
