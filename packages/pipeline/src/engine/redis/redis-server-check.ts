import type { Redis } from 'ioredis';
import { EngineRefusedError } from '../engine.ts';

/** BullMQ's recommended minimum (`RedisConnection.recommendedMinimumVersion`); below it, it works around missing commands. */
const MINIMUM_VERSION = { major: 6, minor: 2 };

/** What a server says of itself. */
export type ServerFacts = {
  /** Another one after each start of the server. */
  readonly runId: string;
  /** Why jobs are not safe on it, with what to do; none when they are. */
  readonly problems: readonly string[];
};

/** Throws with every reason at once why jobs would not be safe on this server. */
export async function refuseUnfitServer(connection: Redis, url: string): Promise<void> {
  const { problems } = await readServerFacts(connection);
  if (problems.length > 0) throw new EngineRefusedError(unfit(problems, url));
}

export function unfit(problems: readonly string[], url: string): string {
  return `the Redis server at ${placeOf(url)} cannot be the queue engine: ${problems.join('; ')}`;
}

export async function readServerFacts(connection: Redis): Promise<ServerFacts> {
  // One section each: several at once are understood from version 7 on.
  const sections = await Promise.all([connection.info('server'), connection.info('memory')]);
  const facts = parseInfo(sections.join('\n'));
  return { runId: facts.get('run_id') ?? '', problems: problemsOf(facts) };
}

function problemsOf(facts: ReadonlyMap<string, string>): readonly string[] {
  const problems: string[] = [];

  // Valkey reports 7.2.4 here, the Redis version that it is compatible with.
  const version = facts.get('redis_version') ?? '';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < MINIMUM_VERSION.major || (major === MINIMUM_VERSION.major && minor < MINIMUM_VERSION.minor)) {
    problems.push(
      `it is version ${version}; Proofline needs ${MINIMUM_VERSION.major}.${MINIMUM_VERSION.minor} or later`,
    );
  }
  const policy = facts.get('maxmemory_policy');
  if (policy !== 'noeviction') {
    problems.push(
      `its maxmemory-policy is ${policy ?? 'not reported'}, so it may drop jobs when memory runs short; ` +
        'set it with "CONFIG SET maxmemory-policy noeviction" and in redis.conf',
    );
  }
  return problems;
}

export function unreachable(url: string, cause: unknown): EngineRefusedError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new EngineRefusedError(
    `no connection to the Redis server at ${placeOf(url)} (${reason}); start it, correct QUEUE_URL, or unset QUEUE_URL for the embedded engine`,
    { cause },
  );
}

/** Host and port: all of a URL that may be shown, since it can carry a password. */
function placeOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname || '127.0.0.1'}:${port || '6379'}`;
}

/** `INFO` answers even where a hosted server forbids `CONFIG GET`. */
function parseInfo(text: string): ReadonlyMap<string, string> {
  const pairs = text
    .split(/\r?\n/)
    .map((line) => line.split(':', 2))
    .filter((pair): pair is [string, string] => pair.length === 2);
  return new Map(pairs);
}
