import type { Stage, StageName, StageOutputPart } from '@proofline/domain/stage.ts';
import type { Next } from '@proofline/domain/work-ledger.ts';
import { draftText } from './stages/draft-text.ts';
import { extractMetadata } from './stages/extract-metadata.ts';
import { ingestOriginal } from './stages/ingest-original.ts';
import { measureQuality } from './stages/measure-quality.ts';
import { openReview } from './stages/open-review.ts';
import { publishPhoto } from './stages/publish-photo.ts';
import { releaseWorkspace } from './stages/release-workspace.ts';
import { renderPhoto } from './stages/render-photo.ts';
import { reserveFileNames } from './stages/reserve-file-names.ts';
import { rollBack } from './stages/roll-back.ts';
import { validateSet } from './stages/validate-set.ts';
import { withdrawPhoto } from './stages/withdraw-photo.ts';

/** Every stage, in the order in which a photo meets them; the last two happen on a person's word. */
export const stages = [
  validateSet,
  ingestOriginal,
  extractMetadata,
  reserveFileNames,
  renderPhoto,
  measureQuality,
  draftText,
  openReview,
  publishPhoto,
  releaseWorkspace,
  rollBack,
  withdrawPhoto,
] as const;

/** What follows each stage: the only place that knows the order. */
export const plan = {
  'validate-set': { kind: 'each-photo', stage: 'ingest-original' },
  'ingest-original': { kind: 'stage', stage: 'extract-metadata' },
  'extract-metadata': { kind: 'barrier', stage: 'reserve-file-names' },
  'reserve-file-names': { kind: 'each-photo', stage: 'render-photo' },
  'render-photo': { kind: 'stage', stage: 'measure-quality' },
  'measure-quality': { kind: 'stage', stage: 'draft-text' },
  'draft-text': { kind: 'stage', stage: 'open-review' },
  'open-review': { kind: 'rest', state: 'in-review' },
  'publish-photo': { kind: 'stage', stage: 'release-workspace' },
  'release-workspace': { kind: 'rest', state: 'published' },
  'roll-back': { kind: 'rest-as-requested' },
  'withdraw-photo': { kind: 'rest', state: 'withdrawn' },
} as const satisfies Record<StageName, Next>;

/** What undoing each stage erases, in the order of the plan. */
export const undoes: ReadonlyMap<StageName, readonly StageOutputPart[]> = new Map(
  stages.filter(({ undoes: parts }) => parts.length > 0).map(({ name, undoes: parts }) => [name, parts]),
);

type NeedsOf<S> = S extends Stage<StageName, infer Needs> ? Needs : never;
type Intersection<U> = (U extends unknown ? (part: U) => void : never) extends (all: infer All) => void ? All : never;

/** Everything that the stages need together: what `main` must supply. */
export type StageNeeds = Intersection<NeedsOf<(typeof stages)[number]>>;

/** A stage whose needs are met: what the runner runs. */
export type ReadyStage = Stage<StageName, StageNeeds>;
