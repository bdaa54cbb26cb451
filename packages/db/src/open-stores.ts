import { dirname, join } from 'node:path';
import type { AccessTokens } from '@proofline/domain/actor.ts';
import type { QueueBlocks } from '@proofline/domain/blocking.ts';
import type { ComputedResults } from '@proofline/domain/computed-results.ts';
import type { CommitTogether } from '@proofline/domain/commit-together.ts';
import type { Dossier, DossierStore } from '@proofline/domain/dossier.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type { FileNameLedger } from '@proofline/domain/file-name.ts';
import type { OverviewReader } from '@proofline/domain/overview.ts';
import type { PhotoSetDesk } from '@proofline/domain/photo-set.ts';
import type { PhotoStore } from '@proofline/domain/photo.ts';
import type { PhotosOfSet } from '@proofline/domain/photos-of-set.ts';
import type { ProcessLog } from '@proofline/domain/process-log.ts';
import type { PublicationDesk, PublicationLog } from '@proofline/domain/publication.ts';
import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import type { ReviewDesk } from '@proofline/domain/review.ts';
import type { RollbackDesk, RollbackLog } from '@proofline/domain/rollback.ts';
import type { WorkLedger } from '@proofline/domain/work-ledger.ts';
import type { Leftovers } from '@proofline/domain/workspace.ts';
import { createAccessTokens } from './access-tokens.ts';
import { createBarrier } from './barrier.ts';
import { createBlockedRun } from './blocked-run.ts';
import { createCompletePhoto } from './complete-photo.ts';
import { createCompleteSet } from './complete-set.ts';
import { createComputedResults } from './computed-results.ts';
import { openConnection } from './connection.ts';
import { createDeaths } from './deaths.ts';
import { createDossierStore } from './dossier-store.ts';
import { createEventLog } from './event-log.ts';
import { createGroupCommit } from './group-commit.ts';
import { createLeftovers } from './leftovers.ts';
import { createFileNameLedger } from './file-name-ledger.ts';
import { migrate } from './migrate.ts';
import { createOutbox } from './outbox.ts';
import { createOverviewReader } from './overview-reader.ts';
import { createPersonLayer } from './person-layer.ts';
import { createPhotoEndings } from './photo-endings.ts';
import { createPhotoSetDesk } from './photo-set-desk.ts';
import { createPhotoStore } from './photo-store.ts';
import { createPhotosOfSet } from './photos-of-set.ts';
import { createPositions } from './positions.ts';
import { createProcesses } from './process-log.ts';
import { createPublicationDesk } from './publication-desk.ts';
import { createPublicationLog } from './publication-log.ts';
import { createPublicationPlan } from './publication-plan.ts';
import { createPublicationRecords } from './publication-records.ts';
import { createQueueBlocks } from './queue-blocks.ts';
import { createDueWork } from './due-work.ts';
import { createReviewDesk } from './review-desk.ts';
import { createReviewList } from './review-list.ts';
import { createReviewRecords, type ReviewRecords } from './review-records.ts';
import { createRevise } from './revision.ts';
import { createRollbackDesk } from './rollback-desk.ts';
import { createRollbackLog } from './rollback-log.ts';
import { createRollbackStart } from './rollback-start.ts';
import { createRolledBack } from './rolled-back.ts';
import { createRuns } from './runs.ts';
import { createSetOutput } from './set-output.ts';
import { createStageAttempts } from './stage-attempts.ts';
import { createPhotoOutput } from './photo-output.ts';
import { checkInBackground, type SoundnessCheck } from './soundness.ts';
import { createUnitOfWork, type UnitOfWork } from './unit-of-work.ts';
import { createWorkLedger } from './work-ledger.ts';

export type StoresOptions = {
  /** Absolute path of `review.db`; made when it is missing. */
  readonly file: string;
  readonly now: () => Date;
  /** What would be published of a dossier, under the operator's settings of this start. */
  readonly compose: (dossier: Dossier) => PublishedPhoto;
  /** Where a copy goes before a migration; by default `backups` beside the file. */
  readonly backupFolder?: string;
  /** Id of the asset target that publications go to. */
  readonly target?: string;
  /** In [0, 1); spreads the probes of halted stages. */
  readonly random?: () => number;
  /** Opened beside the process that holds the lease, which has brought the file to its schema. */
  readonly joins?: boolean;
};

export type Stores = {
  readonly workLedger: WorkLedger;
  readonly commitTogether: CommitTogether;
  readonly sets: PhotoSetDesk;
  readonly photos: PhotoStore;
  readonly photosOfSet: PhotosOfSet;
  readonly dossiers: DossierStore;
  readonly fileNameLedger: FileNameLedger;
  readonly reviews: ReviewDesk;
  readonly publications: PublicationDesk;
  readonly publicationLog: PublicationLog;
  readonly rollbacks: RollbackDesk;
  readonly rollbackLog: RollbackLog;
  readonly leftovers: Leftovers;
  readonly overview: OverviewReader;
  readonly events: EventLog;
  readonly processLog: ProcessLog;
  readonly accessTokens: AccessTokens;
  readonly queueBlocks: QueueBlocks;
  readonly computedResults: ComputedResults;
  /** The doors that people come through, under the names that the API gives them. */
  readonly apiPorts: Pick<
    Stores,
    'sets' | 'dossiers' | 'reviews' | 'publications' | 'rollbacks' | 'overview' | 'events'
  > & {
    readonly tokens: AccessTokens;
  };
  /** Looks through the whole file in a thread, once; opening it looks through small files only. */
  checkSoundness(onDamage: (damage: string) => void): SoundnessCheck;
  close(): void;
};

/** Opens the truth of one data folder. Throws `UnusableDatabase` or `SchemaRefused`, in words, for a file that cannot be used. */
export function openStores(options: StoresOptions): Stores {
  const { file, now, compose, target = 'directory', random = Math.random, joins = false } = options;
  const { backupFolder = join(dirname(file), 'backups') } = options;
  const connection = openConnection(file);
  try {
    if (!joins) migrate(connection.sqlite, { backupFolder, now });
    const { reviewRecords, ...stores } = joinStores(createUnitOfWork(connection, now), compose, target, random);
    if (!joins) reviewRecords.voidOutdated();
    return {
      ...stores,
      checkSoundness: (onDamage) => checkInBackground(file, onDamage),
      close: () => connection.sqlite.close(),
    };
  } catch (error) {
    connection.sqlite.close();
    throw error;
  }
}

function joinStores(
  unit: UnitOfWork,
  compose: (dossier: Dossier) => PublishedPhoto,
  target: string,
  random: () => number,
): Omit<Stores, 'close' | 'checkSoundness'> & { readonly reviewRecords: ReviewRecords } {
  const events = createEventLog(unit);
  const blocks = createQueueBlocks(unit, events, random);
  const outbox = createOutbox(unit);
  const processes = createProcesses(unit, events);
  const attempts = createStageAttempts(unit, processes);
  const positions = createPositions(unit);
  const barrier = createBarrier(unit, outbox, events);
  const endings = createPhotoEndings(unit, outbox, events);
  const revise = createRevise(compose);
  const photos = createPhotoStore(unit);
  const dossiers = createDossierStore(unit, photos, revise);
  const photosOfSet = createPhotosOfSet(unit);
  const publicationRecords = createPublicationRecords(unit, events);
  const rolledBack = createRolledBack(unit, positions, events);
  const rollback = createRollbackStart(unit, outbox, publicationRecords, events);
  const reviewRecords = createReviewRecords(unit, dossiers, revise, events);
  const computedResults = createComputedResults(unit);
  const output = createPhotoOutput(unit, reviewRecords, computedResults);
  const rollbackLog = createRollbackLog({ unit, positions, attempts, output, events });
  const plan = createPublicationPlan(unit, dossiers, revise, publicationRecords);

  const desks = {
    sets: createPhotoSetDesk(unit, createRuns(unit, events), outbox, events),
    dossiers,
    reviews: createReviewDesk({
      unit,
      positions,
      dossiers,
      revise,
      list: createReviewList(unit, dossiers, revise),
      personLayer: createPersonLayer(unit),
      publications: publicationRecords,
      rollback,
      events,
    }),
    publications: createPublicationDesk({
      unit,
      target,
      positions,
      outbox,
      plan,
      records: publicationRecords,
      events,
    }),
    rollbacks: createRollbackDesk({
      unit,
      positions,
      outbox,
      publications: publicationRecords,
      log: rollbackLog,
      rollback,
      rolledBack,
      barrier,
      blocks,
      events,
    }),
    overview: createOverviewReader(unit, blocks),
    events,
  };
  const accessTokens = createAccessTokens(unit, events);
  const blockedRun = createBlockedRun({ unit, positions, outbox, blocks, rollbacks: desks.rollbacks });
  const completePhoto = createCompletePhoto({
    positions,
    outbox,
    events,
    output,
    endings,
    holders: photosOfSet,
    barrier,
    publications: publicationRecords,
    rolledBack,
    blockedRun,
  });
  const completeSet = createCompleteSet({
    unit,
    positions,
    outbox,
    events,
    output: createSetOutput(unit, positions, endings, events),
    endings,
    barrier,
    blockedRun,
  });
  const dueWork = createDueWork(unit, outbox, attempts);

  return {
    ...desks,
    reviewRecords,
    apiPorts: { ...desks, tokens: accessTokens },
    accessTokens,
    queueBlocks: blocks,
    computedResults,
    workLedger: createWorkLedger({
      unit,
      positions,
      attempts,
      processes,
      deaths: createDeaths(unit),
      outbox,
      completePhoto,
      completeSet,
      dueWork,
      blocks,
    }),
    commitTogether: createGroupCommit(unit),
    processLog: processes,
    photos,
    photosOfSet,
    fileNameLedger: createFileNameLedger(unit),
    publicationLog: createPublicationLog({ unit, positions, dossiers, revise, records: publicationRecords, events }),
    rollbackLog,
    leftovers: createLeftovers(unit),
  };
}
