import type { AccessTokens } from '@proofline/domain/actor.ts';
import type { AnalyticsReader } from '@proofline/domain/analytics.ts';
import type { BulkDesk } from '@proofline/domain/bulk-edit.ts';
import type { QueueBlocks } from '@proofline/domain/blocking.ts';
import type { ComputedResults } from '@proofline/domain/computed-results.ts';
import type { CommitTogether } from '@proofline/domain/commit-together.ts';
import type { DossierStore } from '@proofline/domain/dossier.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type { FailureDesk } from '@proofline/domain/failure.ts';
import type { FieldHistories } from '@proofline/domain/field-history.ts';
import type { FileNameLedger } from '@proofline/domain/file-name.ts';
import type { IdempotencyKeys } from '@proofline/domain/idempotency.ts';
import type { OverviewReader } from '@proofline/domain/overview.ts';
import type { QualityDesk } from '@proofline/domain/photo-quality.ts';
import type { PhotoLists } from '@proofline/domain/photo-list.ts';
import type { PhotoSetDesk } from '@proofline/domain/photo-set.ts';
import type { PhotoStore } from '@proofline/domain/photo.ts';
import type { PhotosOfSet } from '@proofline/domain/photos-of-set.ts';
import type { ProcessLog } from '@proofline/domain/process-log.ts';
import type { PublicationDesk, PublicationLog } from '@proofline/domain/publication.ts';
import type { PublicationProgressReader } from '@proofline/domain/publication-progress.ts';
import type { PublishedPhoto, PublishedPhotoParts } from '@proofline/domain/published-photo.ts';
import type { RedraftDesk, RedraftLog } from '@proofline/domain/redraft.ts';
import type { ReviewActs } from '@proofline/domain/review-act.ts';
import type { ReviewDesk } from '@proofline/domain/review.ts';
import type { RollbackDesk, RollbackLog } from '@proofline/domain/rollback.ts';
import type { AuditStore, NameAdoption, SiteRecords } from '@proofline/domain/site-audit.ts';
import type { Sessions } from '@proofline/domain/session.ts';
import type { Users } from '@proofline/domain/user.ts';
import type { StageSettings } from '@proofline/domain/stage-setting.ts';
import type { JudgeText } from '@proofline/domain/text-gate/judgement.ts';
import type { DueJudgements } from '@proofline/domain/text-gate/due-judgements.ts';
import type { TextLookup } from '@proofline/domain/text-gate/text-lookup.ts';
import type { WorkLedger } from '@proofline/domain/work-ledger.ts';
import type { Leftovers } from '@proofline/domain/workspace.ts';
import type { EmbeddedBytes } from './publication-plan.ts';
import { type PublishedText } from './similar-texts.ts';
import { type SoundnessCheck } from './soundness.ts';

export type StoresOptions = {
  /** Absolute path of `review.db`; made when it is missing. */
  readonly file: string;
  readonly now: () => Date;
  /** What would be published of a photo, under the operator's settings of this start. */
  readonly compose: (parts: PublishedPhotoParts) => PublishedPhoto;
  /** What the gate says of a text. */
  readonly judge: JudgeText;
  /** Of the operator's settings that `judge` goes by; what was judged by others is judged anew. */
  readonly rulingVersion?: string;
  /** What the site shows already; read once, when the first text is compared. */
  readonly publishedTexts?: () => Iterable<PublishedText>;
  /** Where a copy goes before a migration; by default `backups` beside the file. */
  readonly backupFolder?: string;
  /** What embedding its text adds to a published file; null when it is not embedded. */
  readonly embeddedBytes?: EmbeddedBytes;
  /** How many photos are published at once; a plan's time is reckoned by it. */
  readonly publishedAtOnce?: number;
  /** Id of the asset target that publications go to. */
  readonly target: string;
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
  readonly quality: QualityDesk;
  readonly reviews: ReviewDesk;
  readonly bulk: BulkDesk;
  readonly fieldHistories: FieldHistories;
  readonly reviewActs: ReviewActs;
  readonly redrafts: RedraftDesk;
  readonly redraftLog: RedraftLog;
  readonly textLookup: TextLookup;
  readonly dueJudgements: DueJudgements;
  readonly publications: PublicationDesk;
  readonly publicationLog: PublicationLog;
  readonly rollbacks: RollbackDesk;
  readonly rollbackLog: RollbackLog;
  readonly siteRecords: SiteRecords;
  readonly nameAdoption: NameAdoption;
  readonly auditStore: AuditStore;
  readonly leftovers: Leftovers;
  readonly overview: OverviewReader;
  readonly photoLists: PhotoLists;
  readonly publicationProgress: PublicationProgressReader;
  readonly failures: FailureDesk;
  readonly analytics: AnalyticsReader;
  readonly idempotencyKeys: IdempotencyKeys;
  readonly events: EventLog;
  readonly processLog: ProcessLog;
  readonly accessTokens: AccessTokens;
  readonly sessions: Sessions;
  readonly users: Users;
  readonly queueBlocks: QueueBlocks;
  readonly stageSettings: StageSettings;
  readonly computedResults: ComputedResults;
  /** The doors that people come through, under the names that the API gives them. */
  readonly apiPorts: Pick<
    Stores,
    | 'sets'
    | 'dossiers'
    | 'quality'
    | 'reviews'
    | 'bulk'
    | 'fieldHistories'
    | 'reviewActs'
    | 'redrafts'
    | 'publications'
    | 'rollbacks'
    | 'overview'
    | 'photoLists'
    | 'publicationProgress'
    | 'failures'
    | 'analytics'
    | 'idempotencyKeys'
    | 'events'
    | 'sessions'
    | 'users'
    | 'stageSettings'
  > & {
    readonly tokens: AccessTokens;
  };
  /** Looks through the whole file in a thread, once; opening it looks through small files only. */
  checkSoundness(onDamage: (damage: string) => void): SoundnessCheck;
  close(): void;
};
