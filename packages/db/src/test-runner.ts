import { assignFileNames } from '@proofline/domain/file-name.ts';
import { plainReading } from '@proofline/domain/fixtures/photo-reading.ts';
import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { duplicateOf } from '@proofline/domain/photos-of-set.ts';
import { nothingBefore, type Delivered, type PreviousSite } from '@proofline/domain/publication.ts';
import { renditionKinds } from '@proofline/domain/rendition.ts';
import type { StageName, StageOutput, StageOutputPart } from '@proofline/domain/stage.ts';
import type { Completion, Job, Next } from '@proofline/domain/work-ledger.ts';
import { naming, sha256, type TestStores } from './test-stores.ts';

/** A runner without an engine, for tests: what is due runs at once, in outbox order, with made-up results. */

/** The order that the pipeline's plan gives; this package knows no order of its own. */
export const next: Readonly<Record<StageName, Next>> = {
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
};

const undoes: readonly (readonly [StageName, readonly StageOutputPart[]])[] = [
  ['open-review', ['reviewOpened']],
  ['draft-text', ['textDraft', 'inferredMetadata']],
  ['measure-quality', ['quality', 'photoReading']],
  ['render-photo', ['renditions']],
  ['reserve-file-names', ['fileNames']],
  ['extract-metadata', ['fileMetadata']],
  ['ingest-original', ['original']],
];

export type TestWork = {
  /** File names of the set's folder; the content of a file is its name unless `content` says otherwise. */
  readonly files?: readonly string[];
  readonly content?: Readonly<Record<string, string>>;
  readonly fields?: PhotoFields;
  /** What a run ends with instead of `done`. */
  readonly outcome?: (job: Job) => Completion | undefined;
  /** Jobs of these stages stay where they are. */
  readonly hold?: readonly StageName[];
};

let tokens = 0;
export const newToken = () => `token-${(tokens += 1)}`;

/** Runs everything that is due, until nothing is, except what `hold` holds back. */
export function settle(stores: TestStores, work: TestWork = {}): void {
  const held = new Set<number>();
  for (;;) {
    const entries = stores.workLedger.outbox(10_000).filter(({ id }) => !held.has(id));
    if (entries.length === 0) return;
    for (const { id, job } of entries) {
      if (work.hold?.includes(job.stage)) held.add(id);
      else {
        stores.workLedger.forgetOutbox([id]);
        run(stores, job, work);
      }
    }
  }
}

/** Claims, works and completes; returns what the ledger said. */
export function run(stores: TestStores, job: Job, work: TestWork = {}): 'stale' | 'committed' | 'overtaken' {
  const token = newToken();
  if (stores.workLedger.claim(job, { token, worker: 'test' }).kind === 'stale') return 'stale';
  const completion = work.outcome?.(job) ?? {
    kind: 'done',
    output: outputOf(stores, job, token, work),
    next: next[job.stage],
  };
  return stores.workLedger.complete(job, token, completion);
}

export const photoJob = (id: number, stage: StageName, epoch = 1): Job => ({
  subject: { kind: 'photo', id },
  stage,
  epoch,
});
export const setJob = (id: number, stage: StageName, epoch = 1): Job => ({
  subject: { kind: 'set', id },
  stage,
  epoch,
});

export function outputOf(
  stores: TestStores,
  { subject: { id }, stage }: Job,
  token: string,
  work: TestWork,
): StageOutput {
  switch (stage) {
    case 'validate-set':
      return { sourceFiles: { files: sourceFiles(stores, id, work), ignored: [] } };
    case 'ingest-original': {
      const { originalFileName, sourcePath } = stores.photos.get(id);
      const contentSha256 = sha256(work.content?.[originalFileName] ?? sourcePath);
      return { original: { workingPath: `work/p${id}/original.jpg`, contentSha256 } };
    }
    case 'extract-metadata':
      return {
        fileMetadata: work.fields ?? { make: 'Canon', model: 'Canon EOS R5', dateTimeOriginal: '2025-02-03T08:09:10' },
      };
    case 'reserve-file-names':
      return { fileNames: namesOf(stores, id) };
    case 'render-photo':
      return { renditions: renditionsOf(id) };
    case 'measure-quality':
      return {
        quality: {
          measurements: [
            { measure: 'blurScore', value: 7.5, origin: 'measured', meter: 'luma-statistics', meterVersion: '1' },
          ],
          rating: 7.5,
          band: 'Top',
          origin: 'measured',
        },
        photoReading: plainReading({
          technical: [{ measure: 'sharpness', value: 20 + id, meter: 'analysis-plane', meterVersion: '1' }],
        }),
      };
    case 'draft-text':
      return draftOf();
    case 'open-review':
      return { reviewOpened: true };
    case 'publish-photo':
      return publish(stores, id, token);
    case 'release-workspace':
      return { workspaceReleased: { kept: ['web', 'web-thumb', 'grid-thumb'] } };
    case 'roll-back':
      return rollBack(stores, id, token);
    case 'withdraw-photo':
      return withdraw(stores, id, token);
  }
}

function sourceFiles(stores: TestStores, setId: number, { files = ['1.jpg', '2.jpg', '3.jpg'] }: TestWork) {
  const { sourceFolder } = stores.sets.get(setId);
  return files.map((relativePath) => ({ path: `${sourceFolder}/${relativePath}`, relativePath, bytes: 1000 }));
}

function namesOf(stores: TestStores, setId: number): NonNullable<StageOutput['fileNames']> {
  const waiting = stores.photosOfSet.waiting(setId);
  const refused = waiting.flatMap((photo) => {
    const holder = stores.photosOfSet.holderOf(photo);
    return holder === null ? [] : [{ photoId: photo.photoId, refusal: duplicateOf(holder) }];
  });
  const refusedIds = new Set(refused.map(({ photoId }) => photoId));
  const photos = waiting.filter(({ photoId }) => !refusedIds.has(photoId));
  const named = assignFileNames({ ...stores.sets.get(setId), photos }, stores.fileNameLedger, naming);
  return { reservations: named.reservations, refused: [...refused, ...named.refused] };
}

function renditionsOf(photoId: number): NonNullable<StageOutput['renditions']> {
  return renditionKinds.map((kind) => ({
    kind,
    path: `work/p${photoId}/${kind}`,
    sha256: sha256(`${photoId} ${kind}`),
    bytes: 100,
    widthPx: 30,
    heightPx: 20,
  }));
}

function draftOf(): StageOutput {
  const text = { caption: 'A frozen lake in Amsterdam', altText: 'Ice on a lake', keywords: ['lake', 'ice'] };
  return {
    textDraft: {
      ...text,
      captioner: 'template',
      model: null,
      modelDigest: null,
      promptVersion: '1',
      confidence: 'low',
      latencyMs: 1,
    },
    inferredMetadata: { description: text.caption, altTextAccessibility: text.altText, keywords: text.keywords },
  };
}

export const receiptOf = (photoId: number) => ({
  target: 'directory',
  remoteId: 1000 + photoId,
  webSha256: sha256(`site ${photoId}`),
  webBytes: 120,
  thumbBytes: 40,
  bytesSent: 160,
  rowChanged: true,
  embedsText: true,
  durationMs: 80,
});

function publish(stores: TestStores, photoId: number, token: string): StageOutput {
  const { publication, delivered } = stores.publicationLog.begin(photoId, 'directory', token);
  const { webSha256, webBytes } = receiptOf(photoId);
  stores.publicationLog.assertApproved(publication.id);
  stores.publicationLog.step(publication.id, token, 'previous-kept', { previous: previousOf(delivered) });
  stores.publicationLog.step(publication.id, token, 'embedded', { webSha256, webBytes });
  stores.publicationLog.step(publication.id, token, 'web-sent', { path: publication.webPath });
  stores.publicationLog.finish(publication.id, token, receiptOf(photoId));
  return { published: { publicationId: publication.id } };
}

/** What a site would have: the files that the photo's publication left, and a row. */
function previousOf(delivered: Delivered | null): PreviousSite {
  if (delivered?.webSha256 == null) return nothingBefore;
  return { row: { id: 1 }, web: { sha256: delivered.webSha256, bytes: 120 }, thumb: null };
}

function rollBack(stores: TestStores, photoId: number, token: string): StageOutput {
  const finished = new Set(stores.rollbackLog.finishedStages(photoId));
  for (const [stage, parts] of undoes) {
    if (finished.has(stage)) stores.rollbackLog.undo(photoId, token, stage, parts);
  }
  return {};
}

function withdraw(stores: TestStores, photoId: number, token: string): StageOutput {
  const withdrawal = stores.publicationLog.withdrawal(photoId);
  if (withdrawal !== null && withdrawal !== 'carried-out')
    stores.publicationLog.withdrawn(withdrawal.publication.id, token);
  return {};
}
