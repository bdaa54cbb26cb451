import { userInfo } from 'node:os';
import type { Stores } from '@proofline/db/open-stores.ts';
import { roles, type Actor } from '@proofline/domain/actor.ts';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import { createNamePreviewer } from '@proofline/domain/name-preview.ts';
import type { Resumption } from '@proofline/domain/resumption.ts';
import type { Recovery } from '@proofline/domain/work-ledger.ts';
import { watermarkProblems } from '@proofline/pipeline/adapters/renderer/watermark.ts';
import { judgeInBackground } from '@proofline/pipeline/judge-in-background.ts';
import { tidyWorkspace } from '@proofline/pipeline/tidy-workspace.ts';
import { libraryVersions } from '@proofline/pipeline/versions.ts';
import { announceApi } from '@proofline/runtime/api-announcement.ts';
import { ConfigError } from '@proofline/runtime/config-error.ts';
import type { Config } from '@proofline/runtime/config.ts';
import { monitorCrashes } from '@proofline/runtime/crash-monitor.ts';
import { openCrashReports } from '@proofline/runtime/crash-reports.ts';
import { prepareDataFolder } from '@proofline/runtime/data-folder.ts';
import { awaitInstanceLease } from '@proofline/runtime/instance-lease.ts';
import { openLogger } from '@proofline/runtime/logger.ts';
import type { ChildEnding } from './child-program.ts';
import { closeInOrder } from './close-in-order.ts';
import { decoderDeath, engineLoss, processDeath, workerDeath } from './crash.ts';
import type { LoadingWorker } from './loading-worker.ts';
import { openQueues } from './open-queues.ts';
import type { StandIns } from './open-stage-needs.ts';
import { openWorkshop, secretsOf } from './open-workshop.ts';
import { openPreflight } from './open-preflight.ts';
import { openSiteAuditor } from './open-site-auditor.ts';
import { openWebDoors } from './open-web-doors.ts';
import { openDraftingAids } from './open-drafting-aids.ts';
import { removeFoldersOf, removeLeftFolders } from './remove-left-folders.ts';
import { announceResumption, resumptionOf } from './resumption.ts';
import { workerName } from './seat.ts';
import { untilWorking } from './until-working.ts';
import { openWorkerCrew, type DeadWorker } from './worker-crew.ts';

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
  /** Who started this process and will start the next one. */
  readonly supervisor?: Supervisor;
  /** Workers that were started before, as many as there are seats. */
  readonly loadingWorkers?: readonly LoadingWorker[];
};

export type Supervisor = {
  /** The process that a person stops: this one would only be replaced. */
  readonly pid: number;
  /** How the process before this one ended; null at the first start. */
  readonly lastEnding: ChildEnding | null;
};

/** Joins everything on one data folder and starts working: whatever the last process left is taken up at once. */
export async function runSystem(config: Config, options: RunSystemOptions = {}): Promise<System> {
  const closing = closeInOrder();
  try {
    return await join(config, options, closing);
  } catch (error) {
    // Why it cannot start is what a person must read; what cannot be closed either, as on a locked database, ends with the process.
    await closing.close().catch(() => {});
    throw error;
  }
}

async function join(
  config: Config,
  { consoleLevel = 'warn', adapters = {}, supervisor, loadingWorkers }: RunSystemOptions,
  closing: ReturnType<typeof closeInOrder>,
): Promise<System> {
  refuseUnusable(config);
  const startedAt = new Date().toISOString();
  const folder = await prepareDataFolder(config.dataFolder);
  const pid = supervisor?.pid ?? process.pid;
  const lease = await awaitInstanceLease(folder, { pid, startedAt });
  closing.last(() => lease.release());
  const secrets = secretsOf(config);
  const { logger, close: closeLog } = openLogger({ folder, level: config.logLevel, consoleLevel, secrets });
  closing.last(closeLog);
  const log = (name: string) => logger.child({ name });

  // They load while this process takes up what is due.
  const worked = Promise.withResolvers<Work>();
  const crew = openWorkerCrew({
    config,
    onRun: (ran) => void worked.promise.then((work) => work.noticeRun(ran)),
    onDeath: async (dead) => (await worked.promise).replace(dead),
    onError: (err, dead) => log('workers').error({ err, dead }, 'what a dead worker held could not be given to others'),
    ...(loadingWorkers !== undefined && { loading: loadingWorkers }),
  });
  closing.last(() => crew.stop());

  const seat = { kind: 'system' } as const;
  const shop = await openWorkshop({ config, folder, seat, log, adapters, closing });
  const { stores, publishing, workspace, needs, captioners } = shop;
  const crashReports = openCrashReports({ folder: folder.crashReports, versions: libraryVersions(), secrets });
  const unfinished = stores.processLog.begin(process.pid);
  const recovery = stores.workLedger.recover();
  reachFaultPoint('work-recovered');
  if (unfinished?.ending === 'died')
    crashReports.file(processDeath(unfinished, recovery, supervisor?.lastEnding ?? null));
  const leftFolders = await removeLeftFolders(recovery, {
    workspace,
    ledger: stores.workLedger,
    onError: (error) =>
      log('workspace').warn({ err: error }, 'folders of ended runs could not be removed; the next start tries again'),
  });
  closing.last(() => leftFolders.stop());
  reachFaultPoint('orphaned-attempts-removed');
  const resumption = resumptionOf(recovery, unfinished, startedAt);
  if (resumption !== null) announceResumption(resumption, stores.events, logger);
  captioners.lookAt(new Set(recovery.setIds.map((setId) => stores.sets.get(setId).captioner)));

  const tidying = tidyWorkspace({
    leftovers: stores.leftovers,
    workspace,
    onError: (error) =>
      log('workspace').warn({ err: error }, 'files of refused photos could not be removed; trying again'),
  });
  closing.last(() => tidying.stop());
  tidying.soon();

  const judging = judgeInBackground({
    dueJudgements: stores.dueJudgements,
    onError: (error) => log('text-gate').warn({ err: error }, 'texts could not be judged anew; trying again'),
  });
  closing.last(() => judging.stop());
  judging.soon();

  const noticeRun = ({ siteChanged }: { readonly siteChanged: boolean }) => {
    if (siteChanged) publishing.noticeChange();
    tidying.soon();
    judging.soon();
  };
  const claimed = Promise.withResolvers<void>();
  const queues = await openQueues({
    openEngine: shop.openEngine,
    stores,
    run:
      config.workers > 0
        ? null
        : {
            ledger: stores.workLedger,
            commitTogether: stores.commitTogether,
            needs,
            workspace,
            blocks: stores.queueBlocks,
            worker: workerName(process.pid),
            concurrency: config.concurrency,
            onClaimed: () => claimed.resolve(),
            onProcessDied: (died, job) => crashReports.file(decoderDeath(died, job)),
          },
    onRun: () => noticeRun({ siteChanged: publishing.takeChange() }),
    onEngineLost: (lost) => crashReports.file(engineLoss(lost)),
    log,
  });
  closing.last(() => queues.close());
  closing.last(monitorCrashes(crashReports, () => queues.underWay()));
  worked.resolve({
    noticeRun(ran) {
      queues.wake();
      noticeRun(ran);
    },
    async replace(dead) {
      const recovered = stores.workLedger.recoverWorker(dead.pid);
      crashReports.file(workerDeath(dead, recovered));
      log('workers').warn(
        { number: dead.number, pid: dead.pid, ending: dead.ending },
        'a worker ended; another takes its seat',
      );
      await removeFoldersOf(recovered, { workspace, ledger: stores.workLedger });
      await queues.takeBack(workerName(dead.pid));
      queues.wake();
    },
  });
  // Workers of their own send as soon as they begin.
  if (config.workers > 0) await publishing.swept;
  crew.begin();
  // Registered again: from here on it uses what was opened since.
  closing.last(() => crew.stop());

  const aids = openDraftingAids({
    needs,
    stores,
    folder,
    usualCaptioner: config.captioners.usual,
    onError: (error) => log('redrafting').error({ err: error }, 'a redraft could not be written down; it stays queued'),
  });
  closing.last(() => aids.close());
  const audits = openSiteAuditor({
    config,
    folder,
    stores,
    publishing,
    onWork: () => queues.wake(),
    onError: (error) => log('audit').warn({ err: error }, 'the site could not be looked through'),
  });
  closing.last(() => audits.stop());
  const soundness = stores.checkSoundness((damage) => {
    throw new Error(`${folder.reviewDatabase} is damaged (${damage}); put a copy from the backups folder in its place`);
  });
  closing.last(() => soundness.stop());

  const doors = openWebDoors(config, folder, stores);
  closing.last(() => doors.close());
  if (config.workers === 0 && recovery.dueJobs > 0) await untilWorking(claimed.promise);
  const { serveApi } = await import('@proofline/api/main.ts');
  const api = await serveApi(
    {
      ...stores.apiPorts,
      folders: doors.folders,
      folderThumbs: doors.folderThumbs,
      images: doors.images,
      previewName: createNamePreviewer(config.naming, config.folderMap),
      preflight: openPreflight({ config, folder, captioners: captioners.desk, blocks: stores.queueBlocks }),
      captioners: captioners.desk,
      suggester: aids.suggester,
      audits,
      crashReports,
      resumption: () => resumption,
      queueView: queues.view,
      onWork: () => queues.wake(),
      onRedraft: () => aids.redrafting.soon(),
      now: () => new Date(),
      log: log('api'),
    },
    config.api,
  );
  closing.last(() => api.close());
  const token = stores.accessTokens.issue(personAtThisMachine());
  const withdrawAnnouncement = announceApi(folder, { url: api.url, token, pid, startedAt });
  closing.last(withdrawAnnouncement);
  lease.publishAddress(api.url);
  closing.last(() => stores.processLog.requestStop());

  return { apiUrl: api.url, stores, recovery, resumption, token, stop: () => closing.close() };
}

/** What the workers need of this process once it is ready. */
type Work = {
  noticeRun(ran: { readonly siteChanged: boolean }): void;
  replace(dead: DeadWorker): Promise<void>;
};

/** What the configuration cannot know by itself: which letters the font of the watermark has. */
function refuseUnusable({ render }: Config): void {
  const problems = watermarkProblems(render.watermark);
  if (problems.length > 0) throw new ConfigError(problems);
}

/** Folders of runs that a crash cut off are nobody's; removing them late or twice does no harm. */
function personAtThisMachine(): Actor {
  return { name: userInfo().username, roles };
}
