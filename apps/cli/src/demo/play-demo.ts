import { join, resolve, basename } from 'node:path';
import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import type { SetOverview } from '@proofline/domain/overview.ts';
import { Refused } from '../exit-code.ts';
import { watch } from '../interruption.ts';
import { openProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { makeDemoPhotos } from './demo-photos.ts';
import { describeWaiting, listEnded, summarize } from './demo-report.ts';

const LOOK_EVERY_MS = 250;
const PHOTOS_PER_DEMO = 24;

export type DemoRequest = {
  /** The user's own photos; pictures are painted when there are none. They are opened read-only. */
  readonly folder: string | undefined;
  readonly subject: string | undefined;
  readonly location: string | undefined;
  readonly folderKey: string | undefined;
  /** Also plays the reviewer, on the person's word. */
  readonly unattended: boolean;
};

export type DemoStage = {
  readonly terminal: Terminal;
  /** The operator's door. */
  readonly operator: ApiClient;
  /** The reviewer's door, for `--unattended`: the same as a person's, under the name `demo`. */
  readonly reviewer: ApiClient;
  readonly dataFolder: string;
  readonly siteFolder: string;
};

/** The main job before a person's eyes. Resolves with the set as it stands: waiting for review, or, unattended, published. */
export async function playDemo(request: DemoRequest, stage: DemoStage): Promise<SetOverview> {
  const { terminal, operator } = stage;
  const added = await addSet(request, stage);
  terminal.print(`\nSet ${added.id}: ${added.subject}, ${added.location}, from ${added.sourceFolder}\n`);
  const prepared = await untilAtRest(added.id, stage);
  if (prepared.set.state === 'refused') throw new Refused(prepared.set.problems);
  describeWaiting(terminal, await waiting(operator, added.id));
  if (!request.unattended) {
    listEnded(terminal, prepared);
    return prepared;
  }

  await approveEverything(added.id, stage);
  await parseResponse(operator.publications.$post({ json: {} }));
  const published = await untilAtRest(added.id, stage);
  summarize(terminal, published, stage);
  return published;
}

async function addSet(request: DemoRequest, { terminal, operator, dataFolder }: DemoStage) {
  const sourceFolder =
    request.folder === undefined ? await paint(operator, dataFolder, terminal) : resolve(request.folder);
  return parseResponse(
    operator.sets.$post({
      json: {
        sourceFolder,
        subject: request.subject ?? (request.folder === undefined ? 'Painted Landscape' : basename(sourceFolder)),
        location: request.location ?? 'Demo Location',
        folderKey: request.folderKey ?? 'nature',
      },
    }),
  );
}

/** Each demo paints pictures of its own: the same ones again would rightly be refused as duplicates. */
async function paint(operator: ApiClient, dataFolder: string, terminal: Terminal): Promise<string> {
  const setNumber = (await parseResponse(operator.sets.$get({ query: { limit: '1000' } }))).length + 1;
  const folder = join(dataFolder, 'demo-photos', `set-${setNumber}`);
  terminal.print(`Painting ${PHOTOS_PER_DEMO} photos, and three files that are none, into ${folder} …`);
  await makeDemoPhotos(folder, setNumber, PHOTOS_PER_DEMO);
  return folder;
}

/** Shows live progress until no photo of the set has work due. */
async function untilAtRest(setId: number, { terminal, operator }: DemoStage): Promise<SetOverview> {
  const progress = openProgress(terminal);
  let latest = await overviewOf(operator, setId);
  await watch(LOOK_EVERY_MS, async () => {
    latest = await overviewOf(operator, setId);
    progress.show(latest.stages, latest.blockedBy);
    return isAtRest(latest);
  });
  progress.finish();
  return latest;
}

export async function overviewOf(client: ApiClient, setId: number): Promise<SetOverview> {
  const [overview] = await parseResponse(client.overview.$get({ query: { setId: String(setId) } }));
  if (overview === undefined) throw new Error(`set ${setId} has no overview`);
  return overview;
}

function isAtRest({ set, byState }: SetOverview): boolean {
  if (set.state === 'queued' || set.state === 'running' || set.state === 'rolling-back') return false;
  const { queued = 0, running = 0, waiting: atBarrier = 0, 'rolling-back': goingBack = 0 } = byState;
  return queued + running + atBarrier + goingBack === 0;
}

async function approveEverything(setId: number, { terminal, operator, reviewer }: DemoStage): Promise<void> {
  const items = await waiting(operator, setId);
  for (const { photoId } of items) {
    const param = { photoId: String(photoId) };
    const { revisionHash } = await parseResponse(reviewer.reviews[':photoId'].$get({ param }));
    await parseResponse(reviewer.photos[':photoId'].approval.$put({ param, json: { revisionHash } }));
  }
  terminal.print(`\nReviewer demo approved ${items.length} photos, as --unattended asked. Publishing …\n`);
}

const PAGE = 500;

/** Everything of the set that waits for a person's decision. */
async function waiting(client: ApiClient, setId: number) {
  const items = [];
  for (let after = 0; ; after = items.at(-1)!.photoId) {
    const query = {
      setId: String(setId),
      status: 'pending' as const,
      limit: String(PAGE),
      ...(after > 0 && { after: String(after) }),
    };
    const page = await parseResponse(client.reviews.$get({ query }));
    items.push(...page);
    if (page.length < PAGE) return items;
  }
}
