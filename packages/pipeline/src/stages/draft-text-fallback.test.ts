import type { Dossier } from '@proofline/domain/dossier.ts';
import type { Outcome } from '@proofline/domain/stage.ts';
import { jaccard, sayingOf, shinglesOf } from '@proofline/domain/text-gate/text-likeness.ts';
import { createTextGate } from '@proofline/domain/text-gate/text-gate.ts';
import type { TextLookup } from '@proofline/domain/text-gate/text-lookup.ts';
import type { GateText } from '@proofline/domain/text-gate/finding.ts';
import { expect, onTestFinished, test } from 'vitest';
import { ollamaCaptioner } from '../adapters/captioners/ollama.ts';
import { computedResultsInMemory } from '../fixtures/computed-results.ts';
import { dossier, paths } from '../fixtures/dossier.ts';
import { openFakeOllama, visionModel } from '../fixtures/fake-servers/fake-ollama.ts';
import { modelInput } from '../fixtures/model-input.ts';
import { stageRun } from '../fixtures/stage-run.ts';
import { draftText } from './draft-text.ts';

/** Two models behind Ollama's protocol, the real gate, and texts of other photos that it compares with. */

const ALT = 'Pale cracked surface with bare trees along the far shore, two swans asleep.';
const OTHER_ALT = 'Two people in dark coats walk between reeds while low sun lights the frost.';
const CAPTION = 'Thin ice covers a small frozen lake beside bare willows on a quiet winter morning.';
const NEARLY = 'Thin ice covers a small frozen lake beside bare willows on a quiet winter evening.';
const FRESH = 'Skaters rest near the reeds of a frozen lake while fog hides the far bank.';

test('a draft that only another photo stands against goes to the second model, and it is kept whose place it took', async () => {
  const world = await newWorld({ own: CAPTION, second: FRESH, others: [NEARLY] });
  expect(await world.draft()).toMatchObject({
    caption: FRESH,
    model: SECOND.name,
    fallback: {
      captioner: 'ollama',
      model: visionModel.name,
      reason: expect.stringContaining('near-duplicate: photo 3'),
    },
  });
  expect(world.asked()).toEqual([1, 1]);
});

test('a second draft that is a near-duplicate itself is not taken for good: the first one goes to review, blocked', async () => {
  const world = await newWorld({ own: CAPTION, second: CAPTION, others: [NEARLY] });
  const draft = await world.draft();
  expect(draft).toMatchObject({
    model: visionModel.name,
    passedOver: { captioner: 'ollama', model: SECOND.name, reason: expect.stringContaining('near-duplicate: photo 3') },
  });
  const blocking = draft.gate?.findings.filter(({ severity }) => severity === 'block');
  expect(blocking).toMatchObject([{ rule: 'near-duplicate', field: 'caption' }]);
  expect(draft).not.toHaveProperty('fallback');
});

test('a file name in the words, and other frames of a burst that count otherwise, ask the second model too', async () => {
  const leaked = await newWorld({ own: CAPTION.replace('.', ' in IMG_7.'), second: FRESH });
  expect(await leaked.draft()).toMatchObject({ fallback: { reason: expect.stringContaining('file-name-leak') } });
  const mate = { caption: 'Four swans rest on a frozen lake beside the reeds.', altText: '', keywords: [] };
  const counted = 'Two swans rest on a frozen lake beside the reeds on a quiet morning.';
  const burst = await newWorld({ own: counted, second: FRESH, mates: [mate, mate] });
  const judgedAlone = await newWorld({ own: counted, second: FRESH });
  const rules = async ({ draft }: typeof burst) => (await draft()).fallback?.reason.split(':')[0];
  expect(await rules(judgedAlone)).toBeUndefined();
  expect(await rules(burst)).toBe('burst-disagreement');
});

test('both drafts are kept as they came: added again, no model is asked, and the texts of then decide', async () => {
  const world = await newWorld({ own: CAPTION, second: FRESH, others: [NEARLY] });
  expect(await world.draft()).toMatchObject({ caption: FRESH });
  world.others.length = 0;
  expect(await world.draft()).toMatchObject({ caption: CAPTION, model: visionModel.name });
  world.others.push(NEARLY);
  expect(await world.draft()).toMatchObject({ caption: FRESH, fallback: { model: visionModel.name } });
  expect(world.asked()).toEqual([1, 1]);
});

test('a second model that is gone keeps nobody waiting, and the draft says that it was asked for', async () => {
  const world = await newWorld({ own: CAPTION, second: FRESH, others: [NEARLY] });
  await world.secondGoesAway();
  expect(await world.draft()).toMatchObject({
    caption: CAPTION,
    passedOver: { captioner: 'ollama', reason: expect.stringContaining('ECONNREFUSED') },
  });
});

const SECOND = { ...visionModel, name: 'second-model:latest', digest: 'b'.repeat(64) };

type Given = {
  readonly own: string;
  readonly second: string;
  readonly others?: readonly string[];
  readonly mates?: readonly GateText[];
};

async function newWorld({ own, second, others: captions = [], mates = [] }: Given) {
  const [first, other] = [await openFakeOllama(), await openFakeOllama([SECOND])];
  const input = await modelInput();
  onTestFinished(async () => {
    await first.close();
    await other.close();
    input.remove();
  });
  const say = (caption: string, altText: string) => ({
    kind: 'say' as const,
    content: JSON.stringify({ caption, alt_text: altText, keywords: KEYWORDS }),
  });
  first.scripts.push(say(own, ALT));
  other.scripts.push(say(second, OTHER_ALT));
  const settings = { keepAlive: '5m', contextTokens: 4096, timeoutMs: 20_000, temperature: 0.1, seed: 7 };
  const others = [...captions];
  const needs = {
    dossiers: { get: () => of },
    captioners: { ollama: ollamaCaptioner({ ...settings, baseUrl: first.url, model: visionModel.name }) },
    fallbackCaptioner: ollamaCaptioner({ ...settings, baseUrl: other.url, model: SECOND.name }),
    gazetteer: { near: () => Promise.resolve([]) },
    sky: { sunAltitudeDegrees: () => null },
    vocabulary: { usualKeywords: () => [] },
    textGate: createTextGate({
      folderMap: {},
      vocabulary: { usualKeywords: () => [] },
      places: () => null,
      profanity: () => [],
    }),
    textLookup: lookupIn(others, mates),
    computedResults: computedResultsInMemory(),
    folderMap: {},
    paths: { ...paths, absolute: () => input.path },
  };
  const drafts = (fake: typeof first) => fake.chats.filter(({ format }) => JSON.stringify(format).includes('alt_text'));
  return {
    others,
    asked: () => [drafts(first).length, drafts(other).length],
    secondGoesAway: () => other.down(),
    async draft() {
      const outcome: Outcome = await draftText.run(of.photo.id, needs, stageRun());
      needs.computedResults.keep({ stage: 'draft-text', contentSha256: of.photo.contentSha256! }, outcome);
      if (outcome.kind !== 'done') throw new Error(`the stage ended as ${outcome.kind}`);
      return outcome.output.textDraft!;
    },
  };
}

const of: Dossier = { ...dossier, set: { ...dossier.set, captioner: 'ollama' } };
const KEYWORDS = ['lake', 'ice', 'winter', 'bare trees', 'shore', 'swans', 'willows', 'morning', 'frost', 'reeds'];

/** Captions of other photos, the first of them photo 3. */
function lookupIn(captions: readonly string[], mates: readonly GateText[]): TextLookup {
  return {
    burstMates: () => mates,
    besides: () => (field, text) =>
      field === 'altText'
        ? []
        : captions.map((caption, index) => ({
            of: `photo ${index + 3}`,
            similarity: jaccard(shinglesOf(text), shinglesOf(caption)),
            isSame: sayingOf(text) === sayingOf(caption),
          })),
  };
}
