import type { AccessTokens } from '@proofline/domain/actor.ts';
import type { AnalyticsReader } from '@proofline/domain/analytics.ts';
import type { BulkDesk } from '@proofline/domain/bulk-edit.ts';
import type { CaptionerDesk } from '@proofline/domain/captioner-desk.ts';
import type { CrashReports } from '@proofline/domain/crash-report.ts';
import type { DossierStore } from '@proofline/domain/dossier.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type { FailureDesk } from '@proofline/domain/failure.ts';
import type { FieldHistories } from '@proofline/domain/field-history.ts';
import type { FolderBrowser, FolderThumbs } from '@proofline/domain/folder-browser.ts';
import type { IdempotencyKeys } from '@proofline/domain/idempotency.ts';
import type { OverviewReader } from '@proofline/domain/overview.ts';
import type { PhotoImages } from '@proofline/domain/photo-image.ts';
import type { QualityDesk } from '@proofline/domain/photo-quality.ts';
import type { PhotoLists } from '@proofline/domain/photo-list.ts';
import type { PhotoSetDesk } from '@proofline/domain/photo-set.ts';
import type { NamePreviewer } from '@proofline/domain/name-preview.ts';
import type { Preflight } from '@proofline/domain/preflight.ts';
import type { PublicationDesk } from '@proofline/domain/publication.ts';
import type { PublicationProgressReader } from '@proofline/domain/publication-progress.ts';
import type { QueueView } from '@proofline/domain/queue-view.ts';
import type { RedraftDesk } from '@proofline/domain/redraft.ts';
import type { Resumption } from '@proofline/domain/resumption.ts';
import type { ReviewActs } from '@proofline/domain/review-act.ts';
import type { ReviewDesk } from '@proofline/domain/review.ts';
import type { Sessions } from '@proofline/domain/session.ts';
import type { AuditDesk } from '@proofline/domain/site-audit.ts';
import type { StageSettings } from '@proofline/domain/stage-setting.ts';
import type { RollbackDesk } from '@proofline/domain/rollback.ts';
import type { SubjectSuggester } from '@proofline/domain/subject-suggestion.ts';
import type { Users } from '@proofline/domain/user.ts';
import type { WebFiles } from './web-files.ts';

/** Everything that the API knows of the world. */
export type ApiPorts = {
  readonly sets: PhotoSetDesk;
  readonly reviews: ReviewDesk;
  readonly bulk: BulkDesk;
  readonly fieldHistories: FieldHistories;
  readonly reviewActs: ReviewActs;
  readonly redrafts: RedraftDesk;
  readonly captioners: CaptionerDesk;
  readonly suggester: SubjectSuggester;
  readonly publications: PublicationDesk;
  readonly publicationProgress: PublicationProgressReader;
  readonly rollbacks: RollbackDesk;
  readonly audits: AuditDesk;
  readonly stageSettings: StageSettings;
  readonly queueView: QueueView;
  readonly overview: OverviewReader;
  readonly photoLists: PhotoLists;
  readonly failures: FailureDesk;
  readonly analytics: AnalyticsReader;
  readonly idempotencyKeys: IdempotencyKeys;
  readonly events: EventLog;
  readonly tokens: AccessTokens;
  readonly sessions: Sessions;
  readonly users: Users;
  /** Where a request came from, by what the server hands over with it. */
  readonly addressOf: (server: unknown) => string;
  readonly folders: FolderBrowser;
  readonly folderThumbs: FolderThumbs;
  readonly previewName: NamePreviewer;
  readonly preflight: Preflight;
  readonly images: PhotoImages;
  /** The web application. */
  readonly web: WebFiles;
  readonly dossiers: DossierStore;
  readonly quality: QualityDesk;
  readonly crashReports: Pick<CrashReports, 'list'>;
  /** Null when the process before left nothing to do. */
  readonly resumption: () => Resumption | null;
  /** Called when a request has made work due, so that the dispatcher looks at once. */
  readonly onWork: () => void;
  /** Called when a redraft was asked for. */
  readonly onRedraft: () => void;
  /** Aborted when the server is about to close: replies without an end, such as the stream of events, end then. */
  readonly closing: AbortSignal;
  readonly now: () => Date;
  readonly log: ApiLog;
};

/** The part of a pino logger that the API uses. */
export type ApiLog = {
  readonly warn: (detail: object, message: string) => void;
  readonly error: (detail: object, message: string) => void;
};
