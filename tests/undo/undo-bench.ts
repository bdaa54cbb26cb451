import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStores, type Stores } from '@proofline/db/open-stores.ts';
import { nothingFound } from '@proofline/db/test-stores.ts';
import type { Actor } from '@proofline/domain/actor.ts';
import { defaultFolderMap } from '@proofline/domain/folder-map.ts';
import { parseNamingSettings } from '@proofline/domain/naming-settings.ts';
import { composePublishedPhoto } from '@proofline/domain/published-photo.ts';
import { plainReading } from '@proofline/domain/fixtures/photo-reading.ts';
import { qualityMeasures } from '@proofline/domain/quality.ts';
import { defaultRenderSettings, renditionKinds } from '@proofline/domain/rendition.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import type { Job } from '@proofline/domain/work-ledger.ts';
import { stages, undoes, type ReadyStage, type StageNeeds } from '@proofline/pipeline/plan.ts';
import { runStage, type RunResult } from '@proofline/pipeline/run-stage.ts';
import { openWorkspace } from '@proofline/pipeline/workspace.ts';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const naming = parseNamingSettings({});
export const operator: Actor = { name: 'Olga Operator', roles: ['operator'] };

/** What happens while a job is held by its run: before its work, or between its work and the writing of its outcome. */
export type Meanwhile = { readonly beforeWork?: () => Promise<void>; readonly beforeCommit?: () => Promise<void> };

export type UndoBench = {
  readonly stores: Stores;
  readonly dataFolder: string;
  readonly originals: string;
  /** Adds the folder of three originals as a set; returns its id. */
  addSet(): number;
  /** Runs whatever is due until nothing is, except jobs of `hold`. */
  settle(hold?: StageName): Promise<void>;
  /** Runs one job. */
  run(job: Job, meanwhile?: Meanwhile): Promise<RunResult>;
  /** What is due for this stage, and for this photo where it is a stage of one. */
  dueJob(stage: StageName, photoId?: number): Job;
};

/** Real stores, stages and files; only pixels and metadata are made up. */
export async function openUndoBench(): Promise<UndoBench> {
  const folder = await temporaryFolder();
  const dataFolder = join(folder, 'data');
  const originals = join(folder, 'photos');
  await mkdir(dataFolder);
  await mkdir(originals);
  for (const number of [1, 2, 3]) await writeFile(join(originals, `IMG_${number}.jpg`), `original ${number}`);

  let instant = Date.parse('2026-01-01T00:00:00.000Z');
  const stores = openStores({
    file: join(dataFolder, 'review.db'),
    now: () => new Date((instant += 1)),
    judge: nothingFound,
    target: 'directory',
    compose: (dossier) =>
      composePublishedPhoto(dossier, {
        publicUrlBase: null,
        creator: null,
        copyrightNotice: null,
        publishGps: false,
        naming,
      }),
  });
  onTestFinished(() => stores.close());
  const workspace = openWorkspace({ dataFolder });
  const needs = { ...needsOf(stores, dataFolder), workspace };
  const ledger = stores.workLedger;

  const run: UndoBench['run'] = async (job, { beforeWork, beforeCommit } = {}) => {
    const stage = (stages as readonly ReadyStage[]).find(({ name }) => name === job.stage)!;
    const interrupted: ReadyStage = {
      ...stage,
      async run(...args) {
        await beforeWork?.();
        const outcome = await stage.run(...args);
        await beforeCommit?.();
        return outcome;
      },
    };
    return runStage(
      job,
      interrupted,
      { ledger, needs, workspace, blocks: stores.queueBlocks, worker: 'test' },
      new AbortController().signal,
    );
  };

  return {
    stores,
    dataFolder,
    originals,
    run,
    addSet: () =>
      stores.sets.add(
        {
          sourceFolder: originals,
          includeSubfolders: true,
          subject: 'Frozen Lake',
          location: 'Amsterdam Netherlands',
          folderKey: 'nature',
          captioner: 'plain',
          onBlocked: 'pause',
        },
        operator,
      ).id,
    async settle(hold) {
      const due = () => ledger.outbox(1_000).filter(({ job }) => job.stage !== hold);
      for (let entries = due(); entries.length > 0; entries = due()) {
        for (const { id, job } of entries) {
          ledger.forgetOutbox([id]);
          await run(job);
        }
      }
    },
    dueJob(stage, photoId) {
      const entry = ledger
        .outbox(1_000)
        .find(({ job }) => job.stage === stage && (job.subject.kind === 'set' || job.subject.id === photoId));
      if (entry === undefined) throw new Error(`${stage} is not due`);
      return entry.job;
    },
  };
}

function needsOf(stores: Stores, dataFolder: string): Omit<StageNeeds, 'workspace'> {
  const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
  return {
    photos: stores.photos,
    sets: stores.sets,
    dossiers: stores.dossiers,
    photosOfSet: stores.photosOfSet,
    fileNameLedger: stores.fileNameLedger,
    computedResults: stores.computedResults,
    diskFloor: { assertRoom: () => Promise.resolve() },
    publications: stores.publicationLog,
    rollbacks: stores.rollbackLog,
    textGate: { pass: (_, draft) => draft },
    textLookup: stores.textLookup,
    undoes,
    naming,
    folderMap: defaultFolderMap,
    renderSettings: defaultRenderSettings,
    freeBytes: () => Promise.resolve(1e12),
    diskBytes: () => Promise.resolve(1e12),
    paths: { absolute: (path) => join(dataFolder, path) },
    intake: {
      async list(folder) {
        const names = [1, 2, 3].map((number) => `IMG_${number}.jpg`);
        const files = names.map(async (relativePath) => {
          const path = join(folder, relativePath);
          return { path, relativePath, bytes: (await stat(path)).size };
        });
        return { files: await Promise.all(files), ignored: [], problems: [] };
      },
      async copy(source, destination) {
        await copyFile(source, destination);
        const bytes = await readFile(destination);
        return { sha256: sha256(bytes), bytes: bytes.length };
      },
    },
    metadataReader: {
      version: '1',
      read: () =>
        Promise.resolve({ make: 'Canon', model: 'Canon EOS R5', dateTimeOriginal: '2025-02-03T08:09:10', iso: 100 }),
    },
    renderer: {
      inspect: () => Promise.resolve(),
      async render(originalPath, folder) {
        const original = await readFile(originalPath, 'utf8');
        const made = renditionKinds.map(async (kind) => {
          const bytes = `${kind} of ${original}`;
          await writeFile(join(folder, kind), bytes);
          return { kind, path: kind, sha256: sha256(bytes), bytes: bytes.length, widthPx: 30, heightPx: 20 };
        });
        return Promise.all(made);
      },
    },
    meter: {
      id: 'plain',
      version: '1',
      measure: () =>
        Promise.resolve(
          plainReading({
            measurements: qualityMeasures.map((measure) => ({
              measure,
              value: 5,
              origin: 'measured' as const,
              meter: 'plain',
              meterVersion: '1',
            })),
          }),
        ),
    },
    fallbackCaptioner: null,
    gazetteer: { near: () => Promise.resolve([]) },
    sky: { sunAltitudeDegrees: () => null },
    vocabulary: { usualKeywords: () => [] },
    captioners: {
      plain: {
        id: 'plain',
        version: () => Promise.resolve('1'),
        problems: () => Promise.resolve([]),
        draft: (_path, { numberInSet }) =>
          Promise.resolve({
            captioner: 'plain',
            model: null,
            modelDigest: null,
            promptVersion: '1',
            caption: `Ice ${numberInSet}`,
            altText: 'Ice on a lake',
            keywords: ['ice', 'lake'],
            confidence: 'low',
            latencyMs: 1,
          }),
      },
    },
    publisher: {
      target: 'directory',
      problems: () => Promise.resolve([]),
      publish: () => Promise.reject(new Error('nothing is published here')),
      withdraw: () => Promise.reject(new Error('nothing is withdrawn here')),
      takeBack: () => Promise.reject(new Error('nothing is taken back here')),
    },
    keptFiles: {
      keep: () => Promise.reject(new Error('nothing is replaced here')),
      get: () => Promise.resolve(null),
      dropAllBut: () => Promise.resolve(),
    },
  };
}
