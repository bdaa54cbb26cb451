import type { QueueBlock, QueueBlocks } from '@proofline/domain/blocking.ts';
import type { Completion, Job, WorkLedger } from '@proofline/domain/work-ledger.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ollamaCaptioner } from '../adapters/captioners/ollama.ts';
import { computedResultsInMemory } from '../fixtures/computed-results.ts';
import { dossier } from '../fixtures/dossier.ts';
import { openFakeOllama, visionModel, type ChatScript } from '../fixtures/fake-servers/fake-ollama.ts';
import { ollamaErrors, type FakeError } from '../fixtures/fake-servers/ollama-errors.ts';
import { modelInput } from '../fixtures/model-input.ts';
import { openGate } from '../fixtures/open-gate.ts';
import type { StageNeeds } from '../plan.ts';
import { runStage } from '../run-stage.ts';
import { draftText } from './draft-text.ts';

/** Every failure that Ollama has words for, through the stage as the runner runs it: what becomes of the photo and of the queue. */

const NAME = visionModel.name;
const fail = (error: FakeError): ChatScript => ({ kind: 'fail', error });
const inStream = ({ error }: FakeError): ChatScript => ({ kind: 'fail-in-stream', error });

describe('halts the queue, and no attempt is spent', () => {
  test.each<readonly [string, ChatScript, 'captioner-unavailable' | 'model-missing', RegExp]>([
    ['404 not found', fail(ollamaErrors.modelNotFound(NAME)), 'model-missing', /not found/],
    ['404 blob gone', fail(ollamaErrors.blobGone(NAME)), 'model-missing', /try pulling it first/],
    ['400 invalid model name', fail(ollamaErrors.invalidModelName), 'model-missing', /invalid model name/],
    ['400 model is required', fail(ollamaErrors.modelRequired), 'model-missing', /model is required/],
    ['400 no thinking', fail(ollamaErrors.noThinking(NAME)), 'model-missing', /does not support thinking/],
    ['400 no chat', fail(ollamaErrors.noChat(NAME)), 'model-missing', /does not support chat/],
    [
      '400 no vision',
      fail(ollamaErrors.noVision(NAME)),
      'model-missing',
      /does not support vision; name a model that looks at pictures/,
    ],
    [
      '500 mmproj',
      fail(ollamaErrors.imageToTextModel),
      'model-missing',
      /500: image input is not supported.*; name a model that looks at pictures/,
    ],
    ['500 old mllama', fail(ollamaErrors.oldMllama), 'model-missing', /no longer compatible/],
    ['500 incompatible', fail(ollamaErrors.incompatible(NAME)), 'model-missing', /may be incompatible/],
    ['403 cloud model', fail(ollamaErrors.cloudDisabled), 'model-missing', /remote inference is disabled/],
    ['503 busy', fail(ollamaErrors.busy), 'captioner-unavailable', /server busy/],
    ['401 of the cloud', fail(ollamaErrors.unauthorized), 'captioner-unavailable', /401: unauthorized; check the key/],
    ['429 of the cloud', fail(ollamaErrors.tooManyRequests), 'captioner-unavailable', /429/],
    ['502 of the cloud', fail(ollamaErrors.badGateway), 'captioner-unavailable', /502/],
    ['mmproj in the stream', inStream(ollamaErrors.imageToTextModel), 'model-missing', /in the middle of its reply/],
  ])('%s', async (_name, script, condition, reason) => {
    const world = await newWorld();
    world.fake.scripts.push(script);
    await expect(world.run()).resolves.toMatchObject({ kind: 'blocked' });
    expect(world.completions).toEqual([{ kind: 'blocked', condition, reason: expect.stringMatching(reason) }]);
  });

  test.each([
    ['500 runner stopped', ollamaErrors.runnerStopped],
    ['500 out of memory', ollamaErrors.outOfMemory],
    ['500 too little memory', ollamaErrors.tooLittleMemory],
    ['400 of every question', ollamaErrors.missingBody],
    ['499 of every question', ollamaErrors.canceled],
  ])('%s, with the probe too: it is not the photo', async (_name, error) => {
    const world = await newWorld();
    await world.proveCaptioner();
    world.fake.always = fail(error);
    await world.run();
    const reason = expect.stringContaining(error.error.slice(0, 40)) as string;
    expect(world.completions).toEqual([{ kind: 'blocked', condition: 'captioner-unavailable', reason }]);
  });

  test('what is said of a picture of ours blames no photo and offers nothing to do with one', async () => {
    const world = await newWorld();
    await world.proveCaptioner();
    world.fake.always = fail(ollamaErrors.missingBody);
    await world.run();
    const [{ reason } = { reason: '' }] = world.completions as { reason: string }[];
    expect(reason).toContain('will not look at a picture of ours either: Ollama at');
    expect(reason).not.toMatch(/this photo|the original|add the photo/);
  });

  test('nobody is there', async () => {
    const world = await newWorld();
    await world.fake.down();
    await world.run();
    expect(world.completions).toMatchObject([
      { kind: 'blocked', condition: 'captioner-unavailable', reason: expect.stringContaining('ECONNREFUSED') },
    ]);
  });

  test('it goes away in the middle of a reply', async () => {
    const world = await newWorld();
    world.fake.scripts.push({ kind: 'hang', when: 'after-a-word' });
    const hanging = world.fake.hanging();
    const running = world.run();
    await hanging;
    await world.fake.down();
    await running;
    expect(world.completions).toMatchObject([{ kind: 'blocked', condition: 'captioner-unavailable' }]);
  });

  test('it hangs, with the probe too', async () => {
    const world = await newWorld({ timeoutMs: 200 });
    await world.proveCaptioner();
    world.fake.always = { kind: 'hang' };
    await world.run();
    const reason = 'the model did not answer within 0.2 s';
    expect(world.completions).toEqual([{ kind: 'blocked', condition: 'captioner-unavailable', reason }]);
  });
});

describe('refuses the photo by name, and only this photo', () => {
  test.each([
    ['400 undecodable image', ollamaErrors.undecodableImage, /Failed to load image/],
    [
      '400 context exceeded',
      ollamaErrors.contextExceeded,
      /exceeds the available context.*; set PROOFLINE_CAPTIONER_CONTEXT_TOKENS higher/,
    ],
    [
      '400 prompt too long',
      ollamaErrors.promptTooLong,
      /longer than the context length.*; set PROOFLINE_CAPTIONER_CONTEXT_TOKENS higher/,
    ],
    ['400 base64', ollamaErrors.badBase64, /illegal base64/],
    ['400 missing body', ollamaErrors.missingBody, /missing request body/],
    ['400 top_logprobs', ollamaErrors.topLogprobs, /top_logprobs/],
  ])('%s', async (_name, error, reason) => {
    const world = await newWorld();
    world.fake.scripts.push(fail(error));
    await world.run();
    expect(world.completions).toMatchObject([{ kind: 'refused', refusal: { code: 'not-captionable' } }]);
    expect(JSON.stringify(world.completions)).toMatch(reason);
    // The captioner was asked to look at a picture of ours before the photo was blamed.
    expect(world.fake.chats).toHaveLength(3);
  });
});

describe('tries again, one attempt spent, when the captioner is well', () => {
  test.each<readonly [string, ChatScript]>([
    ['499 request canceled', fail(ollamaErrors.canceled)],
    ['500 of unknown words', fail({ status: 500, error: 'something new' })],
    ['failure in the stream', inStream({ status: 200, error: 'slot was lost' })],
    ['connection cut in the stream', { kind: 'drop' }],
    ['a line that is no JSON', { kind: 'raw', body: 'this is no reply\n' }],
    ['a stream that ends without its end', { kind: 'raw', body: '{"message":{"content":"{"},"done":false}\n' }],
  ])('%s', async (_name, script) => {
    const world = await newWorld();
    world.fake.scripts.push(script);
    await expect(world.run()).resolves.toMatchObject({ kind: 'again' });
    expect(world.completions).toMatchObject([{ kind: 'retryable', error: { class: 'ModelFault' } }]);
    await world.run();
    expect(world.completions.at(-1)).toMatchObject({ kind: 'done' });
  });

  test('a model that takes too long', async () => {
    const world = await newWorld({ timeoutMs: 200 });
    await world.proveCaptioner();
    world.fake.scripts.push({ kind: 'hang' });
    await world.run();
    expect(world.completions).toMatchObject([
      { kind: 'retryable', error: { class: 'ReplyTimeout', text: 'the model did not answer within 0.2 s' } },
    ]);
  });

  test.each([ollamaErrors.runnerStopped, ollamaErrors.outOfMemory, ollamaErrors.tooLittleMemory])(
    'a runner that died is loaded anew first, and once: $error',
    async (error) => {
      const world = await newWorld();
      world.fake.scripts.push(fail(error));
      await world.run();
      expect(world.completions).toMatchObject([{ kind: 'done' }]);
      expect(world.fake.unloads).toEqual([NAME]);

      world.fake.scripts.push(fail(error), fail(error));
      await world.run();
      expect(world.completions.at(-1)).toMatchObject({ kind: 'retryable' });
    },
  );
});

describe('replies of which little can be made', () => {
  const good = JSON.stringify({ caption: 'Ice covers the lake.', alt_text: 'Ice on a lake.', keywords: ['ice'] });

  test.each<readonly [string, ChatScript]>([
    ['empty', { kind: 'say', content: '' }],
    ['cut off', { kind: 'say', content: good.slice(0, 30), doneReason: 'length' }],
    ['not JSON', { kind: 'say', content: 'A lake.' }],
    ['looping', { kind: 'loop', phrase: ' ice and more ice' }],
    ['white space without end', { kind: 'loop', phrase: '   \n' }],
  ])('one that is %s is asked for once more, warmer and with more room', async (_name, script) => {
    const world = await newWorld();
    world.fake.scripts.push(script);
    await world.run();
    expect(world.completions).toMatchObject([{ kind: 'done', output: { textDraft: { confidence: 'low' } } }]);
    const [first, second] = world.fake.chats.slice(1).map(({ options }) => options);
    expect([first?.['num_predict'], second?.['num_predict']]).toEqual([398, 796]);
    expect([first?.['seed'], second?.['seed']]).toEqual([7, 8]);
  });

  test('a loop is cut off by closing the connection', async () => {
    const world = await newWorld();
    world.fake.scripts.push({ kind: 'loop', phrase: ' ice and more ice' });
    await world.run();
    await expect.poll(() => world.fake.canceled).toBe(1);
  });

  test('twice nothing: the photo goes on with an empty draft that says why, and nothing is kept of it', async () => {
    const world = await newWorld();
    world.fake.scripts.push({ kind: 'say', content: '' }, { kind: 'say', content: 'I cannot see images.' });
    await world.run();
    expect(world.completions).toMatchObject([{ kind: 'done', output: { textDraft: { caption: '', keywords: [] } } }]);
    const [{ output } = {}] = world.completions as { output?: { textDraft: { failure: string } } }[];
    expect(output?.textDraft.failure).toMatch(/asked 2 times and the reply is empty; then the reply is not JSON/);
    expect(output).not.toHaveProperty('computed');
    expect(output).not.toHaveProperty('inferredMetadata');
  });
});

describe('what is sent', () => {
  test('bare base64, a schema in the form and in the words, no thinking, and bounds on everything', async () => {
    const world = await newWorld();
    await world.run();
    const { messages, format, options, ...rest } = world.fake.chats.at(-1)!;
    const [system, user] = messages!;
    expect(rest).toMatchObject({ model: NAME, stream: true, think: false, keep_alive: '5m', logprobs: true });
    expect(options).toMatchObject({ temperature: 0.1, seed: 7, num_ctx: 4096, num_predict: 398 });
    expect(user?.images).toHaveLength(1);
    expect(Buffer.from(user!.images![0]!, 'base64').subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(user?.content).toContain(JSON.stringify(format));
    expect(user?.content).toContain('Frozen Lake');
    expect(system?.content).toContain('8 to 24 words');
  });

  test('one question at a time, however many photos are drafted at once', async () => {
    const world = await newWorld();
    await Promise.all([world.run(), world.run(), world.run(), world.run()]);
    expect(world.completions.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'done']);
    expect(world.fake.mostAtOnce).toBe(1);
  });
});

/** The real stage and captioner over HTTP, with a ledger that only listens. */
async function newWorld({ timeoutMs = 20_000 } = {}) {
  const fake = await openFakeOllama();
  const input = await modelInput();
  onTestFinished(async () => {
    await fake.close();
    input.remove();
  });
  const captioner = ollamaCaptioner({
    baseUrl: fake.url,
    model: NAME,
    keepAlive: '5m',
    contextTokens: 4096,
    timeoutMs,
    temperature: 0.1,
    seed: 7,
  });
  const completions: Completion[] = [];
  const ledger = {
    deaths: () => [],
    claim: () => ({ kind: 'claimed', attempt: 1 }),
    complete(_job: Job, _token: string, completion: Completion) {
      completions.push(completion);
      return 'committed';
    },
  } as unknown as WorkLedger;
  const now = new Date().toISOString();
  const block = { stage: 'draft-text', blockedAt: now, nextProbeAt: now, probes: 1 } as QueueBlock;
  const blocks: QueueBlocks = { list: () => [block], of: () => block, ofPhoto: () => null, halt: () => {} };
  const set = { ...dossier.set, captioner: 'ollama' };
  const needs = {
    dossiers: { get: () => ({ ...dossier, set }) },
    captioners: { ollama: captioner },
    fallbackCaptioner: null,
    ...openGate,
    gazetteer: { near: () => Promise.resolve([]) },
    sky: { sunAltitudeDegrees: () => null },
    vocabulary: { usualKeywords: () => [] },
    computedResults: computedResultsInMemory(),
    folderMap: { nature: 'Nature' },
    paths: { absolute: () => input.path },
  } as unknown as StageNeeds;
  const job: Job = { subject: { kind: 'photo', id: 7 }, stage: 'draft-text', epoch: 1 };
  const signal = new AbortController().signal;
  return {
    fake,
    completions,
    proveCaptioner: async () => expect(await captioner.problems(signal)).toEqual([]),
    run: () => runStage(job, draftText, { ledger, needs, blocks, worker: 'test', workspace: {} as never }, signal),
  };
}
