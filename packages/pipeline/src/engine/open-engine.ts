import { EngineRefusedError, type Engine } from './engine.ts';
import { openEmbeddedEngine } from './embedded/open-embedded-engine.ts';
import { openRedisEngine } from './redis/open-redis-engine.ts';

/** `url` is `QUEUE_URL`: absent or `embedded:` for the embedded engine, `redis://…` or `rediss://…` for Redis or Valkey. */
export function openEngine({
  url,
  cacheFolder,
  prefix = 'proofline',
  onAbsent,
}: {
  readonly url: string | undefined;
  /** Absolute; the embedded engine keeps its snapshot there. */
  readonly cacheFolder: string;
  /** First part of every key in Redis, so that several instances can share a server. */
  readonly prefix?: string;
  /** Told that the server is not there and is waited for, in words. */
  readonly onAbsent?: (reason: string) => void;
}): Promise<Engine> {
  const scheme = url?.split(':', 1)[0];
  switch (scheme) {
    case undefined:
    case '':
    case 'embedded':
      return openEmbeddedEngine({ cacheFolder });
    case 'redis':
    case 'rediss':
      return openRedisEngine({ url: url ?? '', prefix, ...(onAbsent && { onAbsent }) });
    default:
      return Promise.reject(
        new EngineRefusedError(
          `QUEUE_URL starts with "${scheme}:", which is no known queue engine; leave it unset for the embedded engine or set redis://host:port`,
        ),
      );
  }
}
