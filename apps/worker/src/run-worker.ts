import { startRunner } from '@proofline/pipeline/runner.ts';
import { tidyWorkspace } from '@proofline/pipeline/tidy-workspace.ts';
import { libraryVersions } from '@proofline/pipeline/versions.ts';
import type { Config } from '@proofline/runtime/config.ts';
import { monitorCrashes } from '@proofline/runtime/crash-monitor.ts';
import { openCrashReports } from '@proofline/runtime/crash-reports.ts';
import { dataFolderAt } from '@proofline/runtime/data-folder.ts';
import { openLogger } from '@proofline/runtime/logger.ts';
import { closeInOrder } from './close-in-order.ts';
import { decoderDeath } from './crash.ts';
import { openWorkshop, secretsOf } from './open-workshop.ts';
import { workerName, type Seat } from './seat.ts';
import { STOP_GRACE_MS } from './stop-grace.ts';

export type Worker = {
  /** Somebody asked it to stop, or it is about to end: no photo is to blame. */
  requestStop(): void;
  /** Takes no new work, finishes or hands back what runs, closes everything. */
  stop(): Promise<void>;
};

/**
 * Runs stages beside the system that holds the lease of the data folder. The engine shares the work out; the truth stays in one database, where
 * each claim and each completion is a transaction.
 */
export async function runWorker(
  config: Config,
  seat: Extract<Seat, { kind: 'worker' }>,
  onRun: (ran: { readonly siteChanged: boolean }) => void,
): Promise<Worker> {
  const closing = closeInOrder();
  try {
    const folder = dataFolderAt(config.dataFolder);
    const secrets = secretsOf(config);
    const logging = openLogger({
      folder,
      fileName: `worker-${seat.number}.log`,
      level: config.logLevel,
      consoleLevel: 'warn',
      secrets,
    });
    closing.last(logging.close);
    const log = (name: string) => logging.logger.child({ name, worker: seat.number });
    const shop = await openWorkshop({ config, folder, seat, log, adapters: {}, closing });
    const { stores, publishing, workspace, needs } = shop;
    stores.processLog.join(process.pid);

    const tidying = tidyWorkspace({
      // Those of refused photos are the system's to tidy.
      leftovers: { ...stores.leftovers, list: () => [] },
      workspace,
      onError: (error) =>
        log('workspace').warn({ err: error }, 'the folder of a run could not be removed; trying again'),
    });
    closing.last(() => tidying.stop());

    const crashReports = openCrashReports({ folder: folder.crashReports, versions: libraryVersions(), secrets });
    const engine = await shop.openEngine();
    closing.last(() => engine.close());
    engine.onError((error) => log('engine').warn({ err: error }, 'the queue engine reported a fault'));
    const runner = startRunner({
      engine,
      ledger: stores.workLedger,
      commitTogether: stores.commitTogether,
      needs,
      workspace,
      blocks: stores.queueBlocks,
      worker: workerName(process.pid),
      concurrency: config.concurrency,
      onProcessDied: (died, job) => crashReports.file(decoderDeath(died, job)),
      wake: () => {
        tidying.soon();
        onRun({ siteChanged: publishing.takeChange() });
      },
      onError: (error, job) => log('runner').error({ err: error, job }, 'a run could not be written down'),
    });
    closing.last(() => runner.stop(STOP_GRACE_MS));
    closing.last(monitorCrashes(crashReports, () => runner.underWay()));
    const requestStop = () => stores.processLog.requestStop();
    closing.last(requestStop);
    return { requestStop, stop: () => closing.close() };
  } catch (error) {
    // As in `runSystem`: why it cannot start comes before what cannot be closed either.
    await closing.close().catch(() => {});
    throw error;
  }
}
