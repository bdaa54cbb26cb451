import { blockingConditions } from '@proofline/domain/blocking.ts';
import { metadataLayers, type PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { photoSetStates } from '@proofline/domain/photo-set.ts';
import { photoStates } from '@proofline/domain/photo.ts';
import {
  publicationStates,
  publicationSteps,
  withdrawalKinds,
  withdrawalOutcomes,
  type PreviousSite,
} from '@proofline/domain/publication.ts';
import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import type { SceneStatistics } from '@proofline/domain/naturalness.ts';
import { photoGroupKinds } from '@proofline/domain/photo-group.ts';
import {
  technicalMeasures,
  type AbsentMeasure,
  type BrisqueFeatures,
  type PhotoRegion,
} from '@proofline/domain/photo-reading.ts';
import { qualityBands, qualityMeasures } from '@proofline/domain/quality.ts';
import { redraftStates, type DraftField } from '@proofline/domain/redraft.ts';
import { renditionKinds } from '@proofline/domain/rendition.ts';
import { reviewActKinds, undoings } from '@proofline/domain/review-act.ts';
import { reviewStatuses } from '@proofline/domain/review.ts';
import { auditStates, findingStates, type FindingKind, type SiteFix } from '@proofline/domain/site-audit.ts';
import { stageNames } from '@proofline/domain/stage.ts';
import type { Role } from '@proofline/domain/actor.ts';
import type { DeathEvidence } from '@proofline/domain/suspicion.ts';
import type { DraftLogprobs, OtherDraft } from '@proofline/domain/text-draft.ts';
import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import type { GateRecord, TextConfidence } from '@proofline/domain/text-gate/gate-record.ts';
import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The tables as queries see them. Keys, CHECKs, indexes and triggers are in `migrations/`, the only place that makes tables; a test
 * compares the two column by column.
 */

const subjectKinds = ['photo', 'set'] as const;

export const runs = sqliteTable('runs', {
  id: integer().primaryKey(),
  state: text({ enum: ['open', 'closed'] }).notNull(),
  openedAt: text('opened_at').notNull(),
  openedBy: text('opened_by').notNull(),
});

export const photoSets = sqliteTable('photo_sets', {
  id: integer().primaryKey(),
  runId: integer('run_id').notNull(),
  sourceFolder: text('source_folder').notNull(),
  includeSubfolders: integer('include_subfolders', { mode: 'boolean' }).notNull(),
  subject: text().notNull(),
  location: text().notNull(),
  folderKey: text('folder_key').notNull(),
  captioner: text().notNull(),
  onBlocked: text('on_blocked', { enum: ['pause', 'roll-back'] }).notNull(),
  state: text({ enum: photoSetStates }).notNull(),
  stage: text({ enum: ['validate-set', 'reserve-file-names'] }).notNull(),
  epoch: integer().notNull().default(1),
  runToken: text('run_token'),
  requestedBy: text('requested_by').notNull(),
  createdAt: text('created_at').notNull(),
  namesReservedAt: text('names_reserved_at'),
  problems: text({ mode: 'json' }).$type<readonly string[]>().notNull().default([]),
  heldAt: text('held_at'),
  heldBy: text('held_by'),
  heldReason: text('held_reason'),
});

export const photos = sqliteTable('photos', {
  id: integer().primaryKey(),
  setId: integer('set_id').notNull(),
  position: integer().notNull(),
  sourcePath: text('source_path').notNull(),
  sourceRelativePath: text('source_relative_path').notNull(),
  originalFileName: text('original_file_name').notNull(),
  sourceBytes: integer('source_bytes').notNull(),
  contentSha256: text('content_sha256'),
  workingPath: text('working_path'),
  stage: text({ enum: stageNames }).notNull(),
  state: text({ enum: photoStates }).notNull(),
  epoch: integer().notNull().default(1),
  runToken: text('run_token'),
  endedCode: text('ended_code'),
  endedReason: text('ended_reason'),
  rollbackFrom: text('rollback_from', { enum: stageNames }),
  rollbackTo: text('rollback_to', { enum: ['rolled-back', 'rejected'] }),
  rollbackReason: text('rollback_reason'),
});

export const photoMetadata = sqliteTable(
  'photo_metadata',
  {
    photoId: integer('photo_id').notNull(),
    layer: text({ enum: metadataLayers }).notNull(),
    fields: text({ mode: 'json' }).$type<PhotoFields>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.photoId, table.layer] })],
);

export const fileNames = sqliteTable('file_names', {
  foldedKey: text('folded_key').primaryKey(),
  name: text().notNull(),
  seriesKey: text('series_key').notNull(),
  sequence: integer().notNull(),
  state: text({ enum: ['reserved', 'published', 'retired'] }).notNull(),
  photoId: integer('photo_id').notNull(),
  epoch: integer().notNull(),
});

export const renditions = sqliteTable(
  'renditions',
  {
    photoId: integer('photo_id').notNull(),
    kind: text({ enum: renditionKinds }).notNull(),
    path: text().notNull(),
    sha256: text().notNull(),
    bytes: integer().notNull(),
    widthPx: integer('width_px').notNull(),
    heightPx: integer('height_px').notNull(),
  },
  (table) => [primaryKey({ columns: [table.photoId, table.kind] })],
);

export const qualityMeasurements = sqliteTable(
  'quality_measurements',
  {
    photoId: integer('photo_id').notNull(),
    measure: text({ enum: qualityMeasures }).notNull(),
    value: real().notNull(),
    origin: text({ enum: ['measured', 'proxy'] }).notNull(),
    meter: text().notNull(),
    meterVersion: text('meter_version').notNull(),
  },
  (table) => [primaryKey({ columns: [table.photoId, table.measure] })],
);

export const qualityRatings = sqliteTable('quality_ratings', {
  photoId: integer('photo_id').primaryKey(),
  rating: real(),
  band: text({ enum: qualityBands }).notNull(),
  origin: text({ enum: ['measured', 'proxy'] }).notNull(),
});

export const photoReadings = sqliteTable('photo_readings', {
  photoId: integer('photo_id').primaryKey(),
  dHash: text('d_hash').notNull(),
  pHash: text('p_hash').notNull(),
  thumbprint: text().notNull(),
  sharpestTile: text('sharpest_tile', { mode: 'json' }).$type<PhotoRegion>(),
  absent: text({ mode: 'json' }).$type<readonly AbsentMeasure[]>().notNull(),
  scene: text({ mode: 'json' }).$type<SceneStatistics>(),
  brisqueFeatures: text('brisque_features', { mode: 'json' }).$type<BrisqueFeatures>(),
});

export const technicalMeasurements = sqliteTable(
  'technical_measurements',
  {
    photoId: integer('photo_id').notNull(),
    measure: text({ enum: technicalMeasures }).notNull(),
    value: real().notNull(),
    meter: text().notNull(),
    meterVersion: text('meter_version').notNull(),
  },
  (table) => [primaryKey({ columns: [table.photoId, table.measure] })],
);

export const naturalnessModels = sqliteTable('naturalness_models', {
  id: integer().primaryKey(),
  version: text().notNull(),
  photos: integer().notNull(),
  statistics: text({ mode: 'json' }).$type<SceneStatistics>().notNull(),
  fittedBy: text('fitted_by').notNull(),
  fittedAt: text('fitted_at').notNull(),
});

export const photoGroups = sqliteTable('photo_groups', {
  id: integer().primaryKey(),
  setId: integer('set_id').notNull(),
  kind: text({ enum: photoGroupKinds }).notNull(),
});

export const photoGroupMembers = sqliteTable('photo_group_members', {
  photoId: integer('photo_id').primaryKey(),
  groupId: integer('group_id').notNull(),
  rank: integer(),
});

export const pictureSlots = sqliteTable(
  'picture_slots',
  {
    slot: text().notNull(),
    photoId: integer('photo_id').notNull(),
    dHash: text('d_hash').notNull(),
    pHash: text('p_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.slot, table.photoId] })],
);

export const lookalikes = sqliteTable(
  'lookalikes',
  {
    photoId: integer('photo_id').notNull(),
    otherPhotoId: integer('other_photo_id').notNull(),
    likeness: text({ enum: ['same', 'alike'] }).notNull(),
    bits: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.photoId, table.otherPhotoId] })],
);

export const textDrafts = sqliteTable('text_drafts', {
  id: integer().primaryKey(),
  photoId: integer('photo_id').notNull(),
  captioner: text().notNull(),
  model: text(),
  modelDigest: text('model_digest'),
  promptVersion: text('prompt_version').notNull(),
  caption: text().notNull(),
  altText: text('alt_text').notNull(),
  keywords: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  confidence: text({ enum: ['low', 'medium', 'high'] }).notNull(),
  latencyMs: real('latency_ms').notNull(),
  createdAt: text('created_at').notNull(),
  redraftId: integer('redraft_id'),
  logprobs: text({ mode: 'json' }).$type<DraftLogprobs>(),
  isRepaired: integer('is_repaired', { mode: 'boolean' }).notNull().default(false),
  fallback: text({ mode: 'json' }).$type<OtherDraft>(),
  failure: text(),
  hint: text(),
  gate: text({ mode: 'json' }).$type<GateRecord>(),
  passedOver: text('passed_over', { mode: 'json' }).$type<OtherDraft>(),
});

export const redrafts = sqliteTable('redrafts', {
  id: integer().primaryKey(),
  photoId: integer('photo_id').notNull(),
  hint: text(),
  captioner: text().notNull(),
  state: text({ enum: redraftStates }).notNull(),
  problem: text(),
  requestedBy: text('requested_by').notNull(),
  requestedAt: text('requested_at').notNull(),
  takenFields: text('taken_fields', { mode: 'json' }).$type<readonly DraftField[]>().notNull().default([]),
});

export const reviews = sqliteTable('reviews', {
  photoId: integer('photo_id').primaryKey(),
  status: text({ enum: reviewStatuses }).notNull(),
  revisionHash: text('revision_hash'),
  decidedBy: text('decided_by'),
  decidedAt: text('decided_at'),
  note: text(),
  voidReason: text('void_reason'),
});

export const reviewActs = sqliteTable('review_acts', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text({ enum: reviewActKinds }).notNull(),
  actor: text().notNull(),
  at: text().notNull(),
  undoneAt: text('undone_at'),
});

export const reviewActPhotos = sqliteTable(
  'review_act_photos',
  {
    actId: integer('act_id').notNull(),
    photoId: integer('photo_id').notNull(),
    before: text().notNull(),
    after: text().notNull(),
    undoing: text({ enum: undoings }),
    reason: text(),
  },
  (table) => [primaryKey({ columns: [table.actId, table.photoId] })],
);

export const awaitedRevivals = sqliteTable('awaited_revivals', {
  photoId: integer('photo_id').primaryKey(),
  askedBy: text('asked_by').notNull(),
  askedAt: text('asked_at').notNull(),
});

export const textJudgements = sqliteTable('text_judgements', {
  photoId: integer('photo_id').primaryKey(),
  revisionHash: text('revision_hash').notNull(),
  gateVersion: integer('gate_version').notNull(),
  findings: text({ mode: 'json' }).$type<readonly Finding[]>().notNull(),
  confidence: text({ mode: 'json' }).$type<TextConfidence>().notNull(),
  overallConfidence: real('overall_confidence').notNull(),
  judgedAt: text('judged_at').notNull(),
  rulingVersion: text('ruling_version').notNull(),
});

export const judgementsDue = sqliteTable('judgements_due', { photoId: integer('photo_id').primaryKey() });

export const findingOverrides = sqliteTable('finding_overrides', {
  id: integer().primaryKey(),
  photoId: integer('photo_id').notNull(),
  revisionHash: text('revision_hash').notNull(),
  rule: text().notNull(),
  note: text().notNull(),
  overriddenBy: text('overridden_by').notNull(),
  overriddenAt: text('overridden_at').notNull(),
});

export const approvals = sqliteTable('approvals', {
  id: integer().primaryKey(),
  photoId: integer('photo_id').notNull(),
  revisionHash: text('revision_hash').notNull(),
  reviewer: text().notNull(),
  approvedAt: text('approved_at').notNull(),
});

export const publications = sqliteTable('publications', {
  id: integer().primaryKey(),
  photoId: integer('photo_id').notNull(),
  target: text().notNull(),
  revisionHash: text('revision_hash').notNull(),
  state: text({ enum: publicationStates }).notNull(),
  fileName: text('file_name').notNull(),
  webPath: text('web_path').notNull(),
  thumbPath: text('thumb_path').notNull(),
  remoteId: integer('remote_id'),
  webSha256: text('web_sha256'),
  webBytes: integer('web_bytes'),
  requestedBy: text('requested_by').notNull(),
  requestedAt: text('requested_at').notNull(),
  publishedPhoto: text('published_photo', { mode: 'json' }).$type<PublishedPhoto>(),
  thumbSha256: text('thumb_sha256'),
  embedsText: integer('embeds_text', { mode: 'boolean' }),
  previous: text({ mode: 'json' }).$type<PreviousSite>(),
  replacesId: integer('replaces_id'),
  replaceableSha256: text('replaceable_sha256'),
  bytesSent: integer('bytes_sent'),
  durationMs: real('duration_ms'),
});

export const adoptedNames = sqliteTable('adopted_names', {
  foldedKey: text('folded_key').primaryKey(),
  name: text().notNull(),
  seriesKey: text('series_key'),
  sequence: integer(),
  adoptedAt: text('adopted_at').notNull(),
  adoptedBy: text('adopted_by').notNull(),
});

export const siteAudits = sqliteTable('site_audits', {
  id: integer().primaryKey(),
  state: text({ enum: auditStates }).notNull(),
  deep: integer({ mode: 'boolean' }).notNull(),
  startedAt: text('started_at').notNull(),
  startedBy: text('started_by').notNull(),
  finishedAt: text('finished_at'),
  rows: integer('row_count').notNull().default(0),
  files: integer('file_count').notNull().default(0),
  names: integer('name_count').notNull().default(0),
  error: text(),
});

export const siteFindings = sqliteTable('site_findings', {
  id: integer().primaryKey(),
  auditId: integer('audit_id').notNull(),
  kind: text().$type<FindingKind>().notNull(),
  subject: text().notNull(),
  photoId: integer('photo_id'),
  reason: text().notNull(),
  fix: text({ mode: 'json' }).$type<SiteFix>(),
  state: text({ enum: findingStates }).notNull().default('open'),
  decidedBy: text('decided_by'),
  decidedAt: text('decided_at'),
  note: text(),
});

export const withdrawals = sqliteTable('withdrawals', {
  id: integer().primaryKey(),
  publicationId: integer('publication_id').notNull(),
  kind: text({ enum: withdrawalKinds }).notNull(),
  backToId: integer('back_to_id'),
  reviewer: text().notNull(),
  reason: text().notNull(),
  requestedAt: text('requested_at').notNull(),
  finishedAt: text('finished_at'),
  outcome: text({ enum: withdrawalOutcomes }),
});

export const publicationStepRecords = sqliteTable(
  'publication_steps',
  {
    publicationId: integer('publication_id').notNull(),
    step: text({ enum: publicationSteps }).notNull(),
    finishedAt: text('finished_at').notNull(),
    detail: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.publicationId, table.step] })],
);

export const stageAttempts = sqliteTable('stage_attempts', {
  id: integer().primaryKey(),
  subjectKind: text('subject_kind', { enum: subjectKinds }).notNull(),
  subjectId: integer('subject_id').notNull(),
  stage: text({ enum: stageNames }).notNull(),
  epoch: integer().notNull(),
  attempt: integer().notNull(),
  runToken: text('run_token').notNull(),
  worker: text().notNull(),
  startedAt: text('started_at').notNull(),
  finishedAt: text('finished_at'),
  outcome: text({
    enum: ['done', 'skipped', 'refused', 'snoozed', 'blocked', 'retryable', 'discarded', 'overtaken', 'orphaned'],
  }),
  errorClass: text('error_class'),
  errorText: text('error_text'),
  undoneAt: text('undone_at'),
  processId: integer('process_id'),
  alone: integer({ mode: 'boolean' }).notNull().default(false),
  evidence: text({ mode: 'json' }).$type<DeathEvidence>(),
  folderLeft: integer('folder_left', { mode: 'boolean' }).notNull().default(false),
});

export const processes = sqliteTable('processes', {
  id: integer().primaryKey({ autoIncrement: true }),
  pid: integer().notNull(),
  startedAt: text('started_at').notNull(),
  stopRequestedAt: text('stop_requested_at'),
  endedAt: text('ended_at'),
  ending: text({ enum: ['orderly', 'cut-short', 'died'] }),
  role: text({ enum: ['system', 'worker'] })
    .notNull()
    .default('system'),
});

export const stageSettings = sqliteTable('stage_settings', {
  stage: text({ enum: stageNames }).primaryKey(),
  pausedAt: text('paused_at'),
  pausedBy: text('paused_by'),
  pausedReason: text('paused_reason'),
  maxConcurrency: integer('max_concurrency'),
});

export const queueBlocks = sqliteTable(
  'queue_blocks',
  {
    stage: text({ enum: stageNames }).notNull(),
    captioner: text().notNull().default(''),
    condition: text({ enum: blockingConditions }).notNull(),
    reason: text().notNull(),
    blockedAt: text('blocked_at').notNull(),
    probes: integer().notNull(),
    nextProbeAt: text('next_probe_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.stage, table.captioner] })],
);

export const computedResults = sqliteTable(
  'computed_results',
  {
    contentSha256: text('content_sha256').notNull(),
    stage: text({ enum: stageNames }).notNull(),
    inputsSha256: text('inputs_sha256').notNull(),
    result: text({ mode: 'json' }).notNull(),
    computedAt: text('computed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contentSha256, table.stage, table.inputsSha256] })],
);

export const outbox = sqliteTable('outbox', {
  id: integer().primaryKey({ autoIncrement: true }),
  jobId: text('job_id').notNull(),
  subjectKind: text('subject_kind', { enum: subjectKinds }).notNull(),
  subjectId: integer('subject_id').notNull(),
  stage: text({ enum: stageNames }).notNull(),
  epoch: integer().notNull(),
  notBefore: text('not_before'),
});

export const events = sqliteTable('events', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: text().notNull(),
  actor: text().notNull(),
  kind: text().notNull(),
  runId: integer('run_id'),
  setId: integer('set_id'),
  photoId: integer('photo_id'),
  detail: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull(),
});

export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    actor: text().notNull(),
    key: text().notNull(),
    requestSha256: text('request_sha256').notNull(),
    begunAt: text('begun_at').notNull(),
    status: integer(),
    reply: text(),
  },
  (table) => [primaryKey({ columns: [table.actor, table.key] })],
);

export const accessTokens = sqliteTable('access_tokens', {
  tokenSha256: text('token_sha256').primaryKey(),
  name: text().notNull(),
  roles: text({ mode: 'json' }).$type<readonly Role[]>().notNull(),
  issuedAt: text('issued_at').notNull(),
  revokedAt: text('revoked_at'),
});

export const signInLinks = sqliteTable('sign_in_links', {
  codeSha256: text('code_sha256').primaryKey(),
  name: text().notNull(),
  roles: text({ mode: 'json' }).$type<readonly Role[]>().notNull(),
  expiresAt: text('expires_at').notNull(),
  usedAt: text('used_at'),
});

export const browserSessions = sqliteTable('browser_sessions', {
  id: integer().primaryKey({ autoIncrement: true }),
  sessionSha256: text('session_sha256').notNull(),
  name: text().notNull(),
  roles: text({ mode: 'json' }).$type<readonly Role[]>().notNull(),
  address: text(),
  startedAt: text('started_at').notNull(),
  seenAt: text('seen_at').notNull(),
  endedAt: text('ended_at'),
});

export const users = sqliteTable('users', {
  foldedName: text('folded_name').primaryKey(),
  name: text().notNull(),
  roles: text({ mode: 'json' }).$type<readonly Role[]>().notNull(),
  passwordHash: text('password_hash').notNull(),
  addedAt: text('added_at').notNull(),
  passwordSetAt: text('password_set_at').notNull(),
});

export const signInFailures = sqliteTable(
  'sign_in_failures',
  {
    of: text({ enum: ['name', 'address'] }).notNull(),
    keySha256: text('key_sha256').notNull(),
    failures: integer().notNull(),
    lastAt: text('last_at').notNull(),
    waitsUntil: text('waits_until'),
  },
  (table) => [primaryKey({ columns: [table.of, table.keySha256] })],
);
