import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseResponse } from '@proofline/api/client.ts';
import type { SetOverview } from '@proofline/domain/overview.ts';
import type { PhotoSetRequest } from '@proofline/domain/photo-set.ts';
import {
  openFakeOllama,
  visionModel,
  type FakeModel,
  type FakeOllama,
} from '@proofline/pipeline/fixtures/fake-servers/fake-ollama.ts';
import sharp from 'sharp';
import { expect, onTestFinished, test, vi } from 'vitest';
import { attemptOutcomes } from '../support/attempts.ts';
import { countingMeter } from '../support/counting-meter.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { areLongTests } from '../support/long-tests.ts';
import { loopbackOnly } from '../support/loopback-only.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Drafting with a model over Ollama's protocol, by the real program. */

const PATIENCE = { timeout: 240_000, interval: 50 };
const PHOTOS_OF_OUTAGE = areLongTests ? 500 : 20;
const COLLECTION = fileURLToPath(new URL('../../../shared/photos/photos', import.meta.url));
const REAL_PHOTOS = [
  'canon-dslr.jpg',
  'empty_gps.jpg',
  'japanese-shop.jpg',
  'sunset_by_Aitzol_Berasategi.jpg',
  'vivo-x90pro.jpg',
];

test('real photographs are drafted by what they show and what is known of them, and nothing leaves the machine', async () => {
  const { folder, running, fake } = await start();
  const photos = join(folder, 'photos');
  await mkdir(photos);
  for (const name of REAL_PHOTOS) await copyFile(join(COLLECTION, name), join(photos, name));
  const network = loopbackOnly();
  try {
    const { byState, set } = await running.settled(await add(running, photos));
    expect(byState).toEqual({ 'in-review': REAL_PHOTOS.length });
    const drafts = running.system.stores.reviews
      .list({ setId: set.id })
      .map(({ photoId }) => running.system.stores.dossiers.get(photoId).draft);
    for (const draft of drafts)
      expect(draft).toMatchObject({
        captioner: 'ollama',
        model: visionModel.name,
        modelDigest: visionModel.digest,
        promptVersion: expect.stringMatching(/^prompt-[0-9a-f]{12}$/),
        logprobs: { caption: expect.any(Array) },
      });
    expect(network.denied).toEqual([]);
    // That the denial works at all.
    await expect(fetch('http://192.0.2.1/')).rejects.toThrow('fetch failed');
    await expect(fetch('http://example.com/')).rejects.toThrow('fetch failed');
    expect(network.denied).toEqual(['192.0.2.1', 'example.com']);
  } finally {
    network.restore();
  }

  const chats = fake.chats.filter(({ messages }) => messages?.[1]?.content?.includes('Facts:'));
  expect(chats).toHaveLength(REAL_PHOTOS.length);
  for (const { messages } of chats) {
    const image = Buffer.from(messages![1]!.images![0]!, 'base64');
    const { format, width, height, exif } = await sharp(image).metadata();
    expect([format, Math.max(width, height) <= 1024, exif]).toEqual(['jpeg', true, undefined]);
    expect(messages![1]!.content).toContain('allowed place names: Test Place');
  }
  const told = running.system.stores.events.list({ limit: 1000 }).filter(({ kind }) => kind === 'captioner.checked');
  expect(told).toMatchObject([{ detail: { problems: [], report: { model: visionModel.name, gpuShare: 1 } } }]);
}, 300_000);

test(`an outage in the middle of ${PHOTOS_OF_OUTAGE} photos pauses them and burns nothing`, async () => {
  const { folder, running, fake } = await start();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, PHOTOS_OF_OUTAGE);
  const outageAt = Math.floor(PHOTOS_OF_OUTAGE / 3);
  fake.onDraft = (count) => (count === outageAt ? fake.down() : undefined);
  const setId = await add(running, photos);
  const { blockedBy } = await blocked(running, setId);
  expect(blockedBy).toMatchObject([{ stage: 'draft-text', condition: 'captioner-unavailable' }]);
  expect(blockedBy[0]!.reason).toContain('ollama serve');

  await fake.up();
  const { byState } = await running.settled(setId);
  expect(byState).toEqual({ 'in-review': PHOTOS_OF_OUTAGE });
  const drafted = running.system.stores.reviews.list({ setId, limit: 1000 }).filter(({ caption }) => caption !== '');
  expect(drafted).toHaveLength(PHOTOS_OF_OUTAGE);
  expectNothingBurned(running);
  // Each photo once, and once more the one whose reply was cut off.
  expect(fake.chats.filter(({ messages }) => messages?.[1]?.content?.includes('Facts:'))).toHaveLength(
    PHOTOS_OF_OUTAGE + 1,
  );
}, 900_000);

test('while one captioner is down, sets of another one are drafted', async () => {
  const { folder, running, fake } = await start();
  const [waiting, free] = [join(folder, 'waiting'), join(folder, 'free')];
  await generatePhotos(waiting, 6);
  await generatePhotos(free, 6, { startAt: 100 });
  fake.onDraft = (count) => (count === 2 ? fake.down() : undefined);
  const waitingSet = await add(running, waiting);
  expect((await blocked(running, waitingSet)).blockedBy).toMatchObject([{ captioner: 'ollama' }]);
  const freeSet = await running.settled(
    await add(running, free, { captioner: 'template', subject: 'Another Subject' }),
  );
  expect(freeSet.byState).toEqual({ 'in-review': 6 });
  expect(running.system.stores.overview.set(waitingSet).blockedBy).toHaveLength(1);
  await fake.up();
  expect((await running.settled(waitingSet)).byState).toEqual({ 'in-review': 6 });
  expectNothingBurned(running);
});

test('a model that is gone rolls a set back that asks for it; names are free, and what was measured is kept', async () => {
  const meter = countingMeter();
  const { folder, running, fake } = await start({ meter });
  const photos = join(folder, 'photos');
  await generatePhotos(photos, 8);
  fake.onDraft = (count) => {
    if (count === 3) fake.models = [];
  };
  // Every photo is measured before the model goes: what is being measured just then is not kept.
  const drafting = { param: { stage: 'draft-text' } } as const;
  await parseResponse(running.client.stages[':stage'].pause.$put({ ...drafting, json: { reason: 'measure first' } }));
  const setId = await add(running, photos, { onBlocked: 'roll-back' });
  await vi.waitFor(() => {
    const { stages } = running.system.stores.overview.set(setId);
    expect(stages.find(({ stage }) => stage === 'measure-quality')).toMatchObject({ done: 8, total: 8 });
  }, PATIENCE);
  await parseResponse(running.client.stages[':stage'].pause.$delete(drafting));
  const rolledBack = await running.settled(setId);
  expect(rolledBack.set.state).toBe('rolled-back');
  expect(rolledBack.byState).toEqual({ 'rolled-back': 8 });
  const begun = running.system.stores.events.list({ limit: 1000 }).find(({ kind }) => kind === 'set.rolling-back');
  expect(begun?.detail['reason']).toMatch(/^model-missing: .*has no model .*install it with: ollama pull/);

  fake.models = [visionModel];
  fake.onDraft = () => {};
  expect(meter.measured).toBe(8);
  const again = await running.settled(await add(running, photos));
  expect(again.byState).toEqual({ 'in-review': 8 });
  // Those measured before the roll-back were not measured again.
  expect(meter.measured).toBe(8);
  // Drafts that were made before the model went are found again.
  const drafts = fake.chats.filter(({ messages }) => messages?.[1]?.content?.includes('Facts:'));
  expect(drafts.length).toBeLessThanOrEqual(8 + 1);
  const names = running.system.stores.reviews.list({ setId: again.set.id }).map(({ fileName }) => fileName);
  expect(names[0]).toMatch(/_001\.JPG$/);
  expectNothingBurned(running);
});

test('a model that is not there keeps a new set out, in words', async () => {
  const { folder, running, fake } = await start();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, 1);
  fake.models = [{ ...visionModel, seesImages: false }];
  const blind = await running.settled(await add(running, photos));
  expect(blind.set).toMatchObject({
    state: 'refused',
    problems: [expect.stringContaining('image input is not supported')],
  });
  fake.models = [{ ...visionModel, remoteHost: 'https://ollama.com' }];
  const remote = await running.settled(await add(running, photos));
  expect(remote.set.problems).toEqual([expect.stringContaining('runs on a machine of others (https://ollama.com)')]);
});

test('the second captioner drafts what the first one could not, and it is kept whose place it took', async () => {
  // One photo at a time: both bad answers are for the same one.
  const more = { PROOFLINE_FALLBACK_CAPTIONER: 'template', PROOFLINE_CONCURRENCY: '1' };
  const { folder, running, fake } = await start({}, more);
  const photos = join(folder, 'photos');
  await generatePhotos(photos, 2);
  fake.scripts.push({ kind: 'say', content: '' }, { kind: 'loop', phrase: ' and so on' });
  await running.settled(await add(running, photos, { subject: 'Frozen Water' }));
  const drafts = [1, 2].map((photoId) => running.system.stores.dossiers.get(photoId).draft);
  expect(drafts.toSorted((a, b) => a!.captioner.localeCompare(b!.captioner))).toMatchObject([
    { captioner: 'ollama' },
    {
      captioner: 'template',
      model: null,
      fallback: { captioner: 'ollama', model: visionModel.name, reason: expect.stringContaining('the reply is empty') },
    },
  ]);
});

test('who was passed over, and why, comes out of the API as it went into the store, across a restart', async () => {
  const second = { ...visionModel, name: 'second-model:latest', digest: 'b'.repeat(64) };
  const { folder, running, fake, again } = await start(
    {},
    { PROOFLINE_FALLBACK_CAPTIONER: 'ollama', PROOFLINE_FALLBACK_MODEL: second.name, PROOFLINE_CONCURRENCY: '1' },
    [visionModel, second],
  );
  const photos = join(folder, 'photos');
  await generatePhotos(photos, 1);
  const another = {
    caption: 'Skaters rest near the reeds while fog hides the far bank.',
    alt_text: 'Two swans sleep on pale ice below bare trees along the shore.',
    keywords: ['ice', 'skaters', 'reeds', 'fog'],
  };
  for (let reply = 0; reply < 2; reply += 1) fake.scripts.push({ kind: 'say', content: JSON.stringify(another) });
  await running.settled(await add(running, photos, { subject: 'Frozen Lake' }));
  const stored = running.system.stores.dossiers.get(1).draft;
  expect(stored).toMatchObject({
    model: visionModel.name,
    passedOver: { captioner: 'ollama', model: second.name, reason: expect.stringContaining('subject-missing: ') },
  });
  const replied = async ({ client }: RunningSystem) => {
    const review = await parseResponse(client.reviews[':photoId'].$get({ param: { photoId: '1' } }));
    const photo = await parseResponse(client.photos[':photoId'].$get({ param: { photoId: '1' } }));
    return [review.dossier.draft?.passedOver, photo.draft?.passedOver];
  };
  expect(await replied(running)).toEqual([stored!.passedOver, stored!.passedOver]);
  await running.stop();
  await using next = await again();
  expect(await replied(next)).toEqual([stored!.passedOver, stored!.passedOver]);
});

test('a reviewer has a photo drafted again with a hint and takes one field; the rest stays as it was', async () => {
  const { folder, running, fake } = await start();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, 1);
  await running.settled(await add(running, photos));
  const before = running.system.stores.reviews.view(1).published;
  const hinted = { caption: 'Two skaters cross the ice.', alt_text: 'Two skaters.', keywords: ['skaters'] };
  fake.scripts.push({ kind: 'say', content: JSON.stringify(hinted) });
  const { redrafts } = running.client.photos[':photoId'];
  await redrafts.$post({ param: { photoId: '1' }, json: { hint: 'mind the skaters' } });
  const [redraft] = await vi.waitFor(() => {
    const all = running.system.stores.redrafts.list(1);
    expect(all).toMatchObject([{ state: 'drafted', draft: { hint: 'mind the skaters' } }]);
    return all;
  }, PATIENCE);
  expect(JSON.stringify(fake.chats.at(-1))).toContain('mind the skaters');
  expect(running.system.stores.reviews.view(1).published).toEqual(before);

  const param = { photoId: '1', redraftId: String(redraft!.id) };
  await redrafts[':redraftId'].taking.$post({ param, json: { fields: ['caption'] } });
  const { published } = running.system.stores.reviews.view(1);
  expect(published).toEqual({ ...before, caption: hinted.caption });
});

test('a subject is suggested for a folder before anything of it is taken in', async () => {
  const { folder, running } = await start();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, 6);
  const response = await running.client['subject-suggestions'].$post({ json: { sourceFolder: photos } });
  expect(await response.json()).toMatchObject({ suggestion: { subject: 'Frozen Lake', confidence: 0.82 } });
  expect(running.system.stores.sets.list()).toEqual([]);
});

async function start(
  adapters: Parameters<typeof startSystem>[2] = {},
  more: Readonly<Record<string, string>> = {},
  models: readonly FakeModel[] = [visionModel],
) {
  const folder = await temporaryFolder();
  const fake: FakeOllama = await openFakeOllama(models);
  const variables = {
    PROOFLINE_CAPTIONER: 'ollama',
    PROOFLINE_OLLAMA_URL: fake.url,
    PROOFLINE_CONCURRENCY: '2',
    ...more,
  };
  const again = () => startSystem(join(folder, 'data'), variables, adapters);
  const running = await again();
  onTestFinished(async () => {
    await running.stop();
    await fake.close();
  });
  return { folder, running, fake, again };
}

/** Does not wait for anything. */
async function add(running: RunningSystem, sourceFolder: string, request: Partial<PhotoSetRequest> = {}) {
  const json = { sourceFolder, subject: 'Test Subject', location: 'Test Place', folderKey: 'nature', ...request };
  const response = await running.client.sets.$post({ json });
  return ((await response.json()) as { id: number }).id;
}

function blocked({ system }: RunningSystem, setId: number): Promise<SetOverview> {
  return vi.waitFor(() => {
    const overview = system.stores.overview.set(setId);
    expect(overview.blockedBy).not.toEqual([]);
    return overview;
  }, PATIENCE);
}

function expectNothingBurned({ config }: RunningSystem): void {
  const outcomes = Object.keys(attemptOutcomes(join(config.dataFolder, 'review.db')));
  expect(outcomes.filter((outcome) => !['done', 'skipped', 'blocked', 'overtaken'].includes(outcome))).toEqual([]);
}
