import { createHash } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { serveApi } from '@proofline/api/main.ts';
import { openStores, type Stores } from '@proofline/db/open-stores.ts';
import { roles, type Actor } from '@proofline/domain/actor.ts';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import { parseNamingSettings } from '@proofline/domain/naming-settings.ts';
import { composePublishedPhoto } from '@proofline/domain/published-photo.ts';
import type { Resumption } from '@proofline/domain/resumption.ts';
import type { Recovery } from '@proofline/domain/work-ledger.ts';
import { watermarkProblems } from '@proofline/pipeline/adapters/renderer/watermark.ts';
import { openEngine } from '@proofline/pipeline/engine/open-engine.ts';
import { tidyWorkspace } from '@proofline/pipeline/tidy-workspace.ts';
import { libraryVersions } from '@proofline/pipeline/versions.ts';
import { openWorkspace } from '@proofline/pipeline/workspace.ts';
import { announceApi } from '@proofline/runtime/api-announcement.ts';
import { ConfigError } from '@proofline/runtime/config-error.ts';
import type { Config } from '@proofline/runtime/config.ts';
import { monitorCrashes } from '@proofline/runtime/crash-monitor.ts';
import { openCrashReports } from '@proofline/runtime/crash-reports.ts';
import { prepareDataFolder } from '@proofline/runtime/data-folder.ts';
import { acquireInstanceLease } from '@proofline/runtime/instance-lease.ts';
import { openLogger } from '@proofline/runtime/logger.ts';
import { closeInOrder } from './close-in-order.ts';
import { decoderDeath, engineLoss, reportDeath } from './crash.ts';
import { openPublishing } from './open-publishing.ts';
import { openQualityModels } from './open-quality-models.ts';
import { openQueues } from './open-queues.ts';
import { openStageNeeds, type StandIns } from './open-stage-needs.ts';
import { announceResumption, resumptionOf } from './resumption.ts';

export type System = {
  readonly apiUrl: string;
  readonly stores: Stores;
  /** What the last process left behind and this one took up. */
  readonly recovery: Recovery;
  /** The same in figures, for people; null when there was nothing to do. */
  readonly resumption: Resumption | null;
  /** Token of the person at this machine, as `api.json` announces it. */
  readonly token: string;
  /** Takes no new work, finishes or hands back what runs, closes everything. Again is a no-op. */
  stop(): Promise<void>;
};

export type RunSystemOptions = {
  /** Least level that a person at the terminal sees; everything goes to the log file. */
  readonly consoleLevel?: Config['logLevel'];
  /** For tests: dependencies that go down when they are told to. */
  readonly adapters?: StandIns;
};

/** Joins everything on one data folder and starts working: whatever the last process left is taken up at once. */
export async function runSystem(config: Config, options: RunSystemOptions = {}): Promise<System> {
  const closing = closeInOrder();
  try {
    return await join(config, options, closing);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function join(
  config: Config,
  { consoleLevel = 'warn', adapters = {} }: RunSystemOptions,
  closing: ReturnType<typeof closeInOrder>,
): Promise<System> {
  refuseUnusable(config);
  const startedAt = new Date().toISOString();
  const folder = await prepareDataFolder(config.dataFolder);
  const lease = acquireInstanceLease(folder, startedAt);
  closing.last(() => lease.release());
  const secrets = config.queue.kind === 'redis' ? [new URL(config.queue.url).password] : [];
  const { logger, close: closeLog } = openLogger({
    folder,
    level: config.logLevel,
    consoleLevel,
    secrets,
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
  closing.last(() => stores.processLog.end());

  const publishing = await openPublishing({
    siteFolder: config.siteFolder,
    catalogueFile: folder.catalogueDatabase,
    diskFloorBytes: config.diskFloorBytes,
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
    qualityModels: await openQualityModels(config.qualityModels, log('quality')),
    adapters,
  });
  closing.last(closeNeeds);

  const crashReports = openCrashReports({ folder: folder.crashReports, versions: libraryVersions(), secrets });
  const unfinished = stores.processLog.begin(process.pid);
  const recovery = stores.workLedger.recover();
  reachFaultPoint('work-recovered');
  if (unfinished?.ending === 'died') reportDeath(crashReports, unfinished, recovery);
  await takeUp(recovery, workspace);
  reachFaultPoint('orphaned-attempts-removed');
  const resumption = resumptionOf(recovery, unfinished, startedAt);
  if (resumption !== null) announceResumption(resumption, stores.events, logger);

  const tidying = tidyWorkspace({
    leftovers: stores.leftovers,
    workspace,
    onError: (error) =>
      log('workspace').warn({ err: error }, 'files of refused photos could not be removed; trying again'),
  });
  closing.last(() => tidying.stop());
  tidying.soon();

  const queues = await openQueues({
    openEngine: () =>
      openEngine({
        url: config.queue.kind === 'redis' ? config.queue.url : undefined,
        cacheFolder: folder.cache,
        prefix: queuePrefix(folder.root),
      }),
    stores,
    run: {
      ledger: stores.workLedger,
      needs,
      workspace,
      blocks: stores.queueBlocks,
      worker: `${hostname()}:${process.pid}`,
      concurrency: config.concurrency,
      onProcessDied: (died, job) => crashReports.file(decoderDeath(died, job)),
    },
    onRun: () => {
      publishing.noticeWork();
      tidying.soon();
    },
    onEngineLost: (lost) => crashReports.file(engineLoss(lost)),
    log,
  });
  closing.last(() => queues.close());
  closing.last(monitorCrashes(crashReports, () => queues.underWay()));

  const api = await serveApi(
    {
      ...stores.apiPorts,
      crashReports,
      resumption: () => resumption,
      onWork: () => queues.wake(),
      now: () => new Date(),
      log: log('api'),
    },
    config.api,
  );
  closing.last(() => api.close());
  const token = stores.accessTokens.issue(personAtThisMachine());
  const withdrawAnnouncement = announceApi(folder, { url: api.url, token, pid: process.pid, startedAt });
  closing.last(withdrawAnnouncement);
  lease.publishAddress(api.url);
  closing.last(() => stores.processLog.requestStop());

  return { apiUrl: api.url, stores, recovery, resumption, token, stop: () => closing.close() };
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
async function takeUp({ orphanedRuns }: Recovery, workspace: ReturnType<typeof openWorkspace>): Promise<void> {
  for (const { subject, stage, token } of orphanedRuns) await workspace.removeAttempt(subject, stage, token);
}

function personAtThisMachine(): Actor {
  return { name: userInfo().username, roles };
}
