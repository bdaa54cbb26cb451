import { createAccessTokens } from './access-tokens.ts';
import { createAnalyticsReader } from './analytics-reader.ts';
import { createAuditStore } from './audit-store.ts';
import { createBarrier } from './barrier.ts';
import { createBulkDesk } from './bulk-desk.ts';
import { createBulkPlanner } from './bulk-plan.ts';
import { createBrowserSessions } from './browser-sessions.ts';
import { createBlockedRun } from './blocked-run.ts';
import { createCatalogueQuantiles } from './catalogue-quantiles.ts';
import { createCompletePhoto } from './complete-photo.ts';
import { createCompleteSet } from './complete-set.ts';
import { createComputedResults, type ComputedResultRecords } from './computed-results.ts';
import { createDeaths } from './deaths.ts';
import { createDossierStore } from './dossier-store.ts';
import { createEndedRuns } from './ended-runs.ts';
import { createEventLog } from './event-log.ts';
import { createGroupCommit } from './group-commit.ts';
import { createIdempotencyKeys } from './idempotency-keys.ts';
import { createLeftovers } from './leftovers.ts';
import { createLookalikeRecords } from './lookalike-records.ts';
import { createFailureDesk } from './failure-desk.ts';
import { createFieldHistories } from './field-history.ts';
import { createFileNameLedger } from './file-name-ledger.ts';
import { createNameAdoption } from './name-adoption.ts';
import { createSiteRecords } from './site-records.ts';
import { createOutbox } from './outbox.ts';
import { createOverviewReader } from './overview-reader.ts';
import { createPersonLayer } from './person-layer.ts';
import { createPhotoEndings } from './photo-endings.ts';
import { createPhotoLists } from './photo-lists.ts';
import { createPhotoSetDesk } from './photo-set-desk.ts';
import { createPhotoStore } from './photo-store.ts';
import { createPhotoGrouping } from './photo-grouping.ts';
import { createPhotoQualities } from './photo-qualities.ts';
import { createPhotoReadingRecords } from './photo-reading-records.ts';
import { createPhotosOfSet } from './photos-of-set.ts';
import { createPositions } from './positions.ts';
import { createProcesses } from './process-log.ts';
import { createPublicationDesk } from './publication-desk.ts';
import { createPublicationLog } from './publication-log.ts';
import { createPublicationEstimate } from './publication-estimate.ts';
import { createPublicationHistory } from './publication-history.ts';
import { createPublicationOutlook } from './publication-outlook.ts';
import { createPlanner } from './publication-plan.ts';
import { createPublicationProgress } from './publication-progress.ts';
import { createPublicationRecords } from './publication-records.ts';
import { createQualityDesk } from './quality-desk.ts';
import { createQueueBlocks } from './queue-blocks.ts';
import { createDueWork } from './due-work.ts';
import { createRestingState } from './resting-state.ts';
import { createRedraftDesk } from './redraft-desk.ts';
import { createRevival } from './revival.ts';
import { createReviewActs, recordActs } from './review-acts.ts';
import { createReviewUndo } from './review-undo.ts';
import { createReviewDesk } from './review-desk.ts';
import { createReviewList } from './review-list.ts';
import { createReviewQueue } from './review-queue.ts';
import { createReviewRecords, type ReviewRecords } from './review-records.ts';
import { createRevise } from './revision.ts';
import { createRollbackDesk } from './rollback-desk.ts';
import { createRollbackLog } from './rollback-log.ts';
import { createRollbackStart } from './rollback-start.ts';
import { createRolledBack } from './rolled-back.ts';
import { createRuns } from './runs.ts';
import { createSetHolds } from './set-holds.ts';
import { createSetOutput } from './set-output.ts';
import { createTextLookup } from './similar-texts.ts';
import { createStageAttempts } from './stage-attempts.ts';
import { createPhotoOutput } from './photo-output.ts';
import { createStageSettings } from './stage-settings.ts';
import { createTextJudgements, type TextJudgements } from './text-judgements.ts';
import { type UnitOfWork } from './unit-of-work.ts';
import { createUsers } from './user-store.ts';
import { createWorkLedger } from './work-ledger.ts';
import type { Stores, StoresOptions } from './stores.ts';

/** What the process that holds the lease brings up to date at its start. */
type AtStart = {
  readonly reviewRecords: ReviewRecords;
  readonly judgements: TextJudgements;
  readonly computedRecords: ComputedResultRecords;
};

export function joinStores(
  unit: UnitOfWork,
  { compose, judge, publishedTexts = () => [], embeddedBytes = () => 0, publishedAtOnce = 1 }: StoresOptions,
  target: string,
  random: () => number,
): Omit<Stores, 'close' | 'checkSoundness'> & AtStart {
  const events = createEventLog(unit);
  const blocks = createQueueBlocks(unit, events, random);
  const holds = createSetHolds(unit);
  const outbox = createOutbox(unit, holds);
  const processes = createProcesses(unit, events);
  const attempts = createStageAttempts(unit, processes);
  const positions = createPositions(unit, holds);
  const dueWork = createDueWork(unit, outbox, attempts);
  const barrier = createBarrier(unit, outbox, events);
  const endings = createPhotoEndings(unit, outbox, events);
  const revise = createRevise(compose);
  const photos = createPhotoStore(unit);
  const dossiers = createDossierStore(unit, photos, revise);
  const photosOfSet = createPhotosOfSet(unit);
  const publicationRecords = createPublicationRecords(unit, events);
  const revival = createRevival(unit, positions, outbox, events);
  const rolledBack = createRolledBack(unit, positions, revival, events);
  const rollback = createRollbackStart(unit, outbox, publicationRecords, events);
  const textLookup = createTextLookup(unit, publishedTexts);
  const judgements = createTextJudgements(unit, judge, textLookup, dossiers, revise);
  const reviewRecords = createReviewRecords(unit, dossiers, revise, judgements, events);
  const computedResults = createComputedResults(unit);
  const lookalikes = createLookalikeRecords(unit);
  const readings = createPhotoReadingRecords(unit, lookalikes);
  const qualities = createPhotoQualities(unit, createCatalogueQuantiles(unit), lookalikes);
  const output = createPhotoOutput(unit, reviewRecords, computedResults, judgements, textLookup, readings);
  const rollbackLog = createRollbackLog({ unit, positions, attempts, output, events });
  const planner = createPlanner({ unit, dossiers, revise, records: publicationRecords, embeddedBytes });

  const personLayer = createPersonLayer(unit);
  const acts = createReviewActs(unit);
  const reviewDesk = createReviewDesk({
    unit,
    positions,
    dossiers,
    revise,
    list: createReviewList(unit, revise, qualities),
    queue: createReviewQueue(unit),
    personLayer,
    judgements,
    qualities,
    publications: publicationRecords,
    rollback,
    events,
  });
  const reviews = recordActs(reviewDesk, acts);
  const redrafts = createRedraftDesk(unit, dossiers, reviews, events);
  const desks = {
    sets: createPhotoSetDesk({ unit, runs: createRuns(unit, events), outbox, barrier, dueWork, events }),
    dossiers,
    reviews,
    redrafts,
    bulk: createBulkDesk(unit, reviewDesk, acts, createBulkPlanner(dossiers, revise)),
    fieldHistories: createFieldHistories(unit, dossiers, reviewDesk, acts),
    reviewActs: createReviewUndo({
      unit,
      acts,
      positions,
      dossiers,
      revise,
      personLayer,
      judgements,
      revival,
      events,
    }),
    publications: createPublicationDesk({
      unit,
      target,
      positions,
      outbox,
      planner,
      holds,
      outlook: createPublicationOutlook(unit, planner),
      estimate: createPublicationEstimate(unit, target, publishedAtOnce),
      records: publicationRecords,
      events,
    }),
    publicationProgress: createPublicationProgress(unit, publicationRecords),
    rollbacks: createRollbackDesk({
      unit,
      positions,
      outbox,
      dueWork,
      holds,
      publications: publicationRecords,
      log: rollbackLog,
      rollback,
      rolledBack,
      barrier,
      blocks,
      events,
    }),
    quality: createQualityDesk(unit, dossiers, qualities, events),
    overview: createOverviewReader(unit, blocks),
    photoLists: createPhotoLists(unit),
    failures: createFailureDesk({ unit, positions, outbox, rollback, revival, events }),
    analytics: createAnalyticsReader(unit),
    idempotencyKeys: createIdempotencyKeys(unit),
    events,
    stageSettings: createStageSettings(unit, events),
  };
  const accessTokens = createAccessTokens(unit, events);
  const sessions = createBrowserSessions(unit, events);
  const users = createUsers(unit, events, sessions);
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
    restingState: createRestingState(unit),
    rolledBack,
    blockedRun,
    grouping: createPhotoGrouping(unit),
    judgements,
  });
  const completeSet = createCompleteSet({
    unit,
    positions,
    outbox,
    events,
    output: createSetOutput(unit, positions, outbox, endings, events),
    endings,
    barrier,
    blockedRun,
  });
  const endedRuns = createEndedRuns(unit, positions, outbox, attempts);

  return {
    ...desks,
    reviewRecords,
    judgements,
    computedRecords: computedResults,
    apiPorts: { ...desks, tokens: accessTokens, sessions, users },
    accessTokens,
    sessions,
    users,
    redraftLog: redrafts,
    textLookup,
    dueJudgements: { judgeSome: (limit) => judgements.judgeDue(limit) },
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
      endedRuns,
      blocks,
    }),
    commitTogether: createGroupCommit(unit),
    processLog: processes,
    photos,
    photosOfSet,
    fileNameLedger: createFileNameLedger(unit),
    siteRecords: createSiteRecords(unit),
    nameAdoption: createNameAdoption(unit, events),
    auditStore: createAuditStore(unit, events),
    publicationLog: createPublicationLog({
      unit,
      positions,
      dossiers,
      revise,
      records: publicationRecords,
      history: createPublicationHistory(unit),
      events,
    }),
    rollbackLog,
    leftovers: createLeftovers(unit, endedRuns),
  };
}
