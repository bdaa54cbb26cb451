import { createClient, parseResponse, type ApiClient } from '@proofline/api/client.ts';
import type { Actor } from '@proofline/domain/actor.ts';
import type { SetOverview } from '@proofline/domain/overview.ts';
import type { PhotoSetRequest } from '@proofline/domain/photo-set.ts';
import { readConfig, type Config } from '@proofline/runtime/config.ts';
import { runSystem, type RunSystemOptions, type System } from '@proofline/worker/run-system.ts';
import { vi } from 'vitest';
import { describedFetch } from './described-fetch.ts';
import { keepEngineCache, lendEngineCache } from './engine-cache.ts';
import { testEngine } from './test-engine.ts';

/** Long enough for a slow, shared machine; a test that works never waits for it. */
const PATIENCE_MS = 240_000;

/** What the program replies is held against the OpenAPI document, whatever a test is about. */
const described = { fetch: describedFetch };

/** Stopped at the end of the block that holds it: `await using`. */
export type RunningSystem = AsyncDisposable & {
  readonly system: System;
  readonly client: ApiClient;
  readonly config: Config;
  clientOf(actor: Actor): ApiClient;
  /** Adds a set and waits until none of its photos has work due. */
  add(request: Partial<PhotoSetRequest> & { readonly sourceFolder: string }): Promise<SetOverview>;
  /** Waits until nothing of the set is due or under way. */
  settled(setId: number): Promise<SetOverview>;
  /** Approves, as the person at this machine, every photo of the set that waits for review. */
  approveAll(setId: number): Promise<readonly number[]>;
  stop(): Promise<void>;
};

/** The real program on a data folder of the test's own, any free port, the engine of `testEngine` unless `variables` say another. */
export async function startSystem(
  dataFolder: string,
  variables: Readonly<Record<string, string>> = {},
  adapters: RunSystemOptions['adapters'] = {},
): Promise<RunningSystem> {
  const own = { PROOFLINE_DATA: dataFolder, PROOFLINE_PORT: '0', PROOFLINE_LOG_LEVEL: 'debug' };
  const config = readConfig({
    environment: { ...own, ...(await testEngine()), ...variables },
    workingFolder: dataFolder,
  });
  const isEmbedded = config.queue.kind === 'embedded';
  if (isEmbedded) await lendEngineCache(dataFolder);
  const system = await runSystem(config, { consoleLevel: 'silent', adapters });
  if (isEmbedded) await keepEngineCache(dataFolder);
  const client = createClient(system.apiUrl, system.token, described);
  const overview = (setId: number) => system.stores.overview.set(setId);
  const settled = (setId: number) =>
    vi.waitFor(
      () => {
        const now = overview(setId);
        if (hasWork(now))
          throw new Error(`set ${setId} still has work: ${JSON.stringify(now.byState)} ${now.set.state}`);
        return now;
      },
      { timeout: PATIENCE_MS, interval: 50 },
    );
  return {
    system,
    client,
    config,
    settled,
    clientOf: (actor) => createClient(system.apiUrl, system.stores.accessTokens.issue(actor), described),
    async add(request) {
      const set = await parseResponse(
        client.sets.$post({
          json: { subject: 'Test Subject', location: 'Test Place', folderKey: 'nature', ...request },
        }),
      );
      return settled(set.id);
    },
    async approveAll(setId) {
      const waiting = system.stores.reviews.list({ setId, status: 'pending', limit: 1000 });
      for (const { photoId } of waiting) {
        const { revisionHash } = system.stores.reviews.view(photoId);
        await parseResponse(
          client.photos[':photoId'].approval.$put({ param: { photoId: String(photoId) }, json: { revisionHash } }),
        );
      }
      return waiting.map(({ photoId }) => photoId);
    },
    stop: () => system.stop(),
    [Symbol.asyncDispose]: () => system.stop(),
  };
}

function hasWork({ set, byState }: SetOverview): boolean {
  if (set.state === 'queued' || set.state === 'running' || set.state === 'rolling-back') return true;
  return ['queued', 'running', 'waiting', 'rolling-back'].some(
    (state) => (byState[state as keyof typeof byState] ?? 0) > 0,
  );
}
