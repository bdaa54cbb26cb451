import type { JudgeText } from '@proofline/domain/text-gate/judgement.ts';
import { usualRuling } from '@proofline/domain/text-gate/gate-settings.ts';
import { GATE_VERSION } from '@proofline/domain/text-gate/run-gate.ts';
import { createHash } from 'node:crypto';
import { assignFileNames } from '@proofline/domain/file-name.ts';
import { parseNamingSettings } from '@proofline/domain/naming-settings.ts';
import { composePublishedPhoto } from '@proofline/domain/published-photo.ts';
import { renditionKinds } from '@proofline/domain/rendition.ts';
import type { StageName, StageOutput } from '@proofline/domain/stage.ts';
import type { Job } from '@proofline/domain/work-ledger.ts';
import { openStores, type Stores } from '@proofline/db/open-stores.ts';
import { plan } from '@proofline/pipeline/plan.ts';

const naming = parseNamingSettings({});
/** Photos of one transaction. */
const BATCH = 500;
const PHOTOS_OF_A_SET = 5_000;

/** Photos that stay where they are, at the stage that is due. */
type Stays = Map<number, StageName | null>;

const beforeNames: readonly StageName[] = ['ingest-original', 'extract-metadata'];
const afterNames: readonly StageName[] = ['render-photo', 'measure-quality', 'draft-text', 'open-review'];

/** What is measured here is the queue, not the text gate. */
const nothingFound: JudgeText = () => ({
  gateVersion: GATE_VERSION,
  rulingVersion: usualRuling.version,
  findings: [],
  confidence: { caption: 1, altText: 1, keywords: 1, overall: 1 },
});

/**
 * Brings photos to where a run that was cut off leaves them, through the real ledger and with made-up results: `resting` in review, then `inFlight`
 * spread over all stages before and after the names.
 */
export async function seedWork(
  file: string,
  { resting, inFlight }: { readonly resting: number; readonly inFlight: number },
): Promise<void> {
  const settings = { publicUrlBase: null, creator: null, copyrightNotice: null, publishGps: false, naming };
  const compose = (dossier: Parameters<typeof composePublishedPhoto>[0]) => composePublishedPhoto(dossier, settings);
  const stores = openStores({
    file,
    now: () => new Date(),
    compose,
    judge: nothingFound,
    target: 'directory',
  });
  stores.processLog.begin(process.pid);
  const stays: Stays = new Map();
  for (let left = resting; left > 0; left -= PHOTOS_OF_A_SET) {
    await seedSet(stores, Math.min(left, PHOTOS_OF_A_SET), stays, () => null);
  }
  const after = Math.floor(inFlight / 2);
  await seedSet(stores, after, stays, (index) => afterNames[index % afterNames.length]!);
  await seedSet(stores, inFlight - after, stays, (index) => beforeNames[index % beforeNames.length]!);
  stores.processLog.end();
  stores.close();
}

/** `dueAt`: the stage at which the photo with this index stays; null for the end of the path to review. */
async function seedSet(
  stores: Stores,
  count: number,
  stays: Stays,
  dueAt: (index: number) => StageName | null,
): Promise<void> {
  const request = { subject: 'Bench Subject', location: 'Bench Place', folderKey: 'nature', captioner: 'template' };
  const actor = { name: 'bench', roles: ['operator'] } as const;
  const sourceFolder = `/photos/${createHash('sha1').update(String(Math.random())).digest('hex')}`;
  const set = stores.sets.add({ ...request, sourceFolder, includeSubfolders: true, onBlocked: 'pause' }, actor);
  let isValidated = false;
  for (;;) {
    const due = stores.workLedger
      .outbox(1_000_000)
      .filter(({ job }) => stays.get(job.subject.id) !== job.stage || job.subject.kind === 'set')
      .slice(0, BATCH);
    if (due.length === 0) return;
    await stores.commitTogether(() => {
      stores.workLedger.forgetOutbox(due.map(({ id }) => id));
      for (const { job } of due) run(stores, job, set.sourceFolder, count);
    });
    if (isValidated) continue;
    isValidated = true;
    const added = stores.workLedger.outbox(1_000_000).filter(({ job }) => !stays.has(job.subject.id));
    for (const [index, { job }] of added.entries()) stays.set(job.subject.id, dueAt(index));
  }
}

function run(stores: Stores, job: Job, sourceFolder: string, count: number): void {
  const token = `seed-${job.subject.kind}-${job.subject.id}-${job.stage}`;
  if (stores.workLedger.claim(job, { token, worker: 'seed' }).kind === 'stale') return;
  const output = outputOf(stores, job, sourceFolder, count);
  stores.workLedger.complete(job, token, { kind: 'done', output, next: plan[job.stage] });
}

function outputOf(stores: Stores, { subject: { id }, stage }: Job, sourceFolder: string, count: number): StageOutput {
  switch (stage) {
    case 'validate-set': {
      const names = Array.from({ length: count }, (_, index) => `IMG_${index}.JPG`);
      const files = names.map((name) => ({ path: `${sourceFolder}/${name}`, relativePath: name, bytes: 1_000 }));
      return { sourceFiles: { files, ignored: [] } };
    }
    case 'ingest-original':
      return { original: { workingPath: `work/${id}/original.jpg`, contentSha256: sha256(`${id}`) } };
    case 'extract-metadata':
      return {
        fileMetadata: { make: 'Canon', model: 'Canon EOS R5m2', dateTimeOriginal: '2025-06-01T12:00:00' },
      };
    case 'reserve-file-names': {
      const photos = stores.photosOfSet.waiting(id);
      const named = assignFileNames({ ...stores.sets.get(id), photos }, stores.fileNameLedger, naming);
      return { fileNames: { reservations: named.reservations, refused: named.refused } };
    }
    case 'render-photo':
      return {
        renditions: renditionKinds.map((kind) => ({
          kind,
          path: `work/${id}/${kind}.jpg`,
          sha256: sha256(`${id} ${kind}`),
          bytes: 1_000,
          widthPx: 48,
          heightPx: 32,
        })),
      };
    case 'open-review':
      return { reviewOpened: true };
    case 'measure-quality':
    case 'draft-text':
    case 'publish-photo':
    case 'release-workspace':
    case 'roll-back':
    case 'withdraw-photo':
      return {};
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
