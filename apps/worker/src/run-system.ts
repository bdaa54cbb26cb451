import { createHash } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { serveApi } from '@proofline/api/main.ts';
import { openStores, type Stores } from '@proofline/db/open-stores.ts';
import { roles, type Actor } from '@proofline/domain/actor.ts';
import { parseNamingSettings } from '@proofline/domain/naming-settings.ts';
import { composePublishedPhoto } from '@proofline/domain/published-photo.ts';
import { stageNames } from '@proofline/domain/stage.ts';
import type { Recovery } from '@proofline/domain/work-ledger.ts';
import { startDispatcher } from '@proofline/pipeline/dispatcher.ts';
import { watermarkProblems } from '@proofline/pipeline/adapters/renderer/watermark.ts';
import { openEngine } from '@proofline/pipeline/engine/open-engine.ts';
import { startRunner } from '@proofline/pipeline/runner.ts';
import { tidyWorkspace } from '@proofline/pipeline/tidy-workspace.ts';
import { openWorkspace } from '@proofline/pipeline/workspace.ts';
import { announceApi } from '@proofline/runtime/api-announcement.ts';
import { ConfigError } from '@proofline/runtime/config-error.ts';
import type { Config } from '@proofline/runtime/config.ts';
import { prepareDataFolder } from '@proofline/runtime/data-folder.ts';
import { acquireInstanceLease } from '@proofline/runtime/instance-lease.ts';
import { openLogger, type Logger } from '@proofline/runtime/logger.ts';
import { closeInOrder } from './close-in-order.ts';
import { openPublishing } from './open-publishing.ts';
import { openStageNeeds } from './open-stage-needs.ts';

/** What runs gets this long to finish at a stop before it is told to hand its work back. */
const STOP_GRACE_MS = 5_000;

export type System = {
  readonly apiUrl: string;
  readonly stores: Stores;
  /** What the last process left behind and this one took up. */
  readonly recovery: Recovery;
  /** Token of the person at this machine, as `api.json` announces it. */
  readonly token: string;
  /** Takes no new work, finishes or hands back what runs, closes everything. Again is a no-op. */
  stop(): Promise<void>;
};

export type RunSystemOptions = {
  /** Least level that a person at the terminal sees; everything goes to the log file. */
  readonly consoleLevel?: Config['logLevel'];
};

/** Joins everything on one data folder and starts working: whatever the last process left is taken up at once. */
export async function runSystem(config: Config, { consoleLevel = 'warn' }: RunSystemOptions = {}): Promise<System> {
  const closing = closeInOrder();
  try {
    return await join(config, consoleLevel, closing);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function join(
  config: Config,
  consoleLevel: Config['logLevel'],
  closing: ReturnType<typeof closeInOrder>,
): Promise<System> {
  refuseUnusable(config);
  const startedAt = new Date().toISOString();
  const folder = await prepareDataFolder(config.dataFolder);
  const lease = acquireInstanceLease(folder, startedAt);
  closing.last(() => lease.release());
  const { logger, close: closeLog } = openLogger({
    folder,
    level: config.logLevel,
    consoleLevel,
    secrets: config.queue.kind === 'redis' ? [new URL(config.queue.url).password] : [],
  });
  closing.last(closeLog);
  const log = (name: string) => logger.child({ name });

  const naming = parseNamingSettings(config.naming);
  const stores = openStores({
    file: folder.reviewDatabase,
    now: () => new Date(),
    compose: (dossier) => composePublishedPhoto(dossier, { ...config.publication, naming }),
    backupFolder: folder.backups,
  });
  closing.last(() => stores.close());

  const publishing = await openPublishing({
    siteFolder: config.siteFolder,
    catalogueFile: folder.catalogueDatabase,
    logger: log('publishing'),
  });
  closing.last(() => publishing.close());
  const workspace = openWorkspace({ dataFolder: folder.root });
  const { needs, close: closeNeeds } = openStageNeeds({
    config,
    naming,
    folder,
    stores,
    publisher: publishing.publisher,
    workspace,
  });
  closing.last(closeNeeds);

  const engine = await openEngine({
    url: config.queue.kind === 'redis' ? config.queue.url : undefined,
    cacheFolder: folder.cache,
    prefix: queuePrefix(folder.root),
  });
  closing.last(() => engine.close());
  engine.onError((error) => log('engine').warn({ err: error }, 'the queue engine reported a fault'));

  const recovery = stores.workLedger.recover();
  await takeUp(recovery, workspace, logger);
  await engine.clear(stageNames);

  const dispatcher = startDispatcher({
    ledger: stores.workLedger,
    engine,
    onError: (error) =>
      log('dispatcher').error({ err: error }, 'due work could not be handed to the queue; it stays due'),
  });
  closing.last(() => dispatcher.stop());
  const tidying = tidyWorkspace({
    leftovers: stores.leftovers,
    workspace,
    onError: (error) =>
      log('workspace').warn({ err: error }, 'files of refused photos could not be removed; trying again'),
  });
  closing.last(() => tidying.stop());
  tidying.soon();
  const runner = startRunner({
    engine,
    ledger: stores.workLedger,
    needs,
    workspace,
    worker: `${hostname()}:${process.pid}`,
    concurrency: config.concurrency,
    wake: () => {
      dispatcher.wake();
      publishing.noticeWork();
      tidying.soon();
    },
    onError: (error, job) => log('runner').error({ err: error, job }, 'a run could not be written down'),
  });
  closing.last(() => runner.stop(STOP_GRACE_MS));

  const api = await serveApi(
    { ...stores.apiPorts, onWork: () => dispatcher.wake(), now: () => new Date(), log: log('api') },
    config.api,
  );
  closing.last(() => api.close());
  const token = stores.accessTokens.issue(personAtThisMachine());
  const withdrawAnnouncement = announceApi(folder, { url: api.url, token, pid: process.pid, startedAt });
  closing.last(withdrawAnnouncement);
  lease.publishAddress(api.url);

  return { apiUrl: api.url, stores, recovery, token, stop: () => closing.close() };
}

/** Ids of photos are unique within a data folder only: folders that share a Redis must not share their keys. */
function queuePrefix(dataFolder: string): string {
  return `proofline-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}`;
}

/** What the configuration cannot know by itself: which letters the font of the watermark has. */
function refuseUnusable({ render }: Config): void {
  const problems = watermarkProblems(render.watermark);
  if (problems.length > 0) throw new ConfigError(problems);
}

/** Folders of runs that a crash cut off are nobody's; removing them late or twice does no harm. */
async function takeUp(recovery: Recovery, workspace: ReturnType<typeof openWorkspace>, logger: Logger): Promise<void> {
  for (const { subject, stage, token } of recovery.orphanedRuns) await workspace.removeAttempt(subject, stage, token);
  if (recovery.dueJobs === 0) return;
  logger.info(
    { orphanedRuns: recovery.orphanedRuns.length, dueJobs: recovery.dueJobs },
    'going on where the last process stopped',
  );
}

function personAtThisMachine(): Actor {
  return { name: userInfo().username, roles };
}
