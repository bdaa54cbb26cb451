import { expect, onTestFinished, test } from 'vitest';
import { openFakeOpenAi } from '../../fixtures/fake-servers/fake-openai.ts';
import { modelInput } from '../../fixtures/model-input.ts';
import { proveModelCaptioner } from './captioner.conformance.ts';
import { openAiCompatibleCaptioner } from './openai-compatible.ts';
import { formRefusals } from '../../fixtures/fake-servers/openai-form-refusals.ts';
import type { OpenAiOptions } from './openai-model.ts';
import { structuredOutputs } from './structured-output.ts';

proveModelCaptioner('openai-compatible', async () => {
  const { fake, captioner, path, close } = await open();
  return {
    captioner,
    modelInputPath: path,
    server: {
      goAway: () => fake.down(),
      comeBack: () => fake.up(),
      loseModel: () => void (fake.models = []),
      say: (content) => void fake.scripts.push({ kind: 'say', content }),
      breakOff: () => void fake.scripts.push({ kind: 'drop' }),
      loop: () => void fake.scripts.push({ kind: 'loop', phrase: ' a lake in the winter' }),
      hang() {
        fake.scripts.push({ kind: 'hang' });
        return fake.hanging();
      },
    },
    close,
  };
});

const never = new AbortController().signal;
const context = { subject: 'Ice', location: 'Gouda', folderDisplayName: 'Nature', fields: {}, numberInSet: 1 };

test.each(structuredOutputs)('asks for JSON by %s as the server can, and always in words', async (structuredOutput) => {
  const { fake, captioner, path, close } = await open({ structuredOutput });
  onTestFinished(close);
  await captioner.draft(path, context, never);
  const [sent] = fake.completions;
  expect(sent?.response_format?.type).toBe(structuredOutput === 'prompt' ? undefined : structuredOutput);
  expect(JSON.stringify(sent?.messages)).toContain('alt_text');
});

const { lmStudio, oldLlamaCpp, llamaCppGrammar, vllmSchema } = formRefusals;

test.each([
  ['takes every form', {}, 'json_schema'],
  ['is LM Studio', { json_object: lmStudio }, 'json_schema'],
  ['is an old llama.cpp', { json_schema: oldLlamaCpp }, 'json_object'],
  ['is a llama.cpp that makes no grammar of the schema', { json_schema: llamaCppGrammar }, 'json_object'],
  ['is a vLLM that cannot with this schema', { json_schema: vllmSchema }, 'json_object'],
  ['knows no form at all', { json_schema: oldLlamaCpp, json_object: llamaCppGrammar }, 'prompt'],
] as const)(
  'a server that %s is asked in the strictest form that it takes, and remembered',
  async (_, refuses, form) => {
    const { fake, captioner, path, close } = await open({ structuredOutput: 'auto' });
    onTestFinished(close);
    fake.refuses = refuses;
    expect(await captioner.problems(never)).toEqual([]);
    const refusedByThen = fake.refused;
    expect(captioner.report?.()).toMatchObject({
      answerForm: { name: form, isSet: false },
      warnings: Array.from({ length: refusedByThen }, () => expect.stringContaining('answers are not held to')),
    });
    await captioner.draft(path, context, never);
    await captioner.draft(path, context, never);
    const types = fake.completions.map(({ response_format: asked }) => asked?.type ?? 'prompt');
    expect(types).toEqual([form, form, form]);
    expect(fake.refused).toBe(refusedByThen);
  },
);

test('a form that only a draft is refused in is left for the next, the draft says in which it came, and the version stays', async () => {
  const { fake, captioner, path, close } = await open({ structuredOutput: 'auto' });
  onTestFinished(close);
  const version = await captioner.version(never);
  const strict = await captioner.draft(path, context, never);
  Object.assign(fake, { refuses: { json_schema: vllmSchema }, refusesDraftsOnly: true });
  const loose = await captioner.draft(path, context, never);
  expect(loose.promptVersion).not.toBe(strict.promptVersion);
  expect(await captioner.draft(path, context, never)).toMatchObject({ promptVersion: loose.promptVersion });
  expect(fake.refused).toBe(1);
  expect(await captioner.version(never)).toBe(version);
});

test('after a failure the strictest form is tried again: another server may stand there', async () => {
  const { fake, captioner, path, close } = await open({ structuredOutput: 'auto' });
  onTestFinished(close);
  fake.refuses = { json_schema: oldLlamaCpp };
  await captioner.draft(path, context, never);
  fake.refuses = {};
  fake.scripts.push({ kind: 'drop' });
  await expect(captioner.draft(path, context, never)).rejects.toThrow('broke off');
  expect(await captioner.problems(never)).toEqual([]);
  expect(captioner.report?.()).toMatchObject({ answerForm: { name: 'json_schema' }, warnings: [] });
});

test('a failure over something else loosens no form', async () => {
  const { fake, captioner, path, close } = await open({ structuredOutput: 'auto' });
  onTestFinished(close);
  fake.scripts.push({ kind: 'fail', status: 500, body: '{"error":{"message":"slot was lost"}}' });
  await expect(captioner.draft(path, context, never)).rejects.toThrow('slot was lost');
  await captioner.draft(path, context, never);
  expect(fake.completions.at(-1)?.response_format?.type).toBe('json_schema');
});

test('a form that the operator has set is asked for, and a server that refuses it is a problem of everybody', async () => {
  const { fake, captioner, close } = await open({ structuredOutput: 'json_object' });
  onTestFinished(close);
  fake.refuses = { json_object: lmStudio };
  const [problem] = await captioner.problems(never);
  expect(problem?.condition).toBe('captioner-unavailable');
  expect(problem?.reason).toContain("must be 'json_schema'");
  expect(problem?.reason).toContain('leave PROOFLINE_OPENAI_STRUCTURED (now json_object) out');
});

test('another form of answer is another version: what was drafted in the one is not taken for the other', async () => {
  const versions = new Set<string>();
  for (const structuredOutput of ['auto', ...structuredOutputs] as const) {
    const { captioner, close } = await open({ structuredOutput });
    onTestFinished(close);
    versions.add(await captioner.version(never));
  }
  expect(versions.size).toBe(structuredOutputs.length + 1);
});

test('the key is sent, and is in no message when it is wrong', async () => {
  const { fake, captioner, path, close } = await open({ apiKey: 'right-key-1234' });
  onTestFinished(close);
  fake.key = 'right-key-1234';
  await expect(captioner.draft(path, context, never)).resolves.toMatchObject({
    model: 'qwen3-vl-4b',
    modelDigest: null,
  });
  fake.key = 'another';
  const problems = await captioner.problems(never);
  expect(problems).toMatchObject([{ condition: 'captioner-unavailable', reason: expect.stringContaining('401') }]);
  expect(JSON.stringify(problems)).not.toContain('right-key');
});

test.each([
  [
    400,
    '{"error":{"message":"Failed to load image or audio file","type":"invalid_request_error","code":400}}',
    'RefusedPhoto',
  ],
  [503, '{"error":{"message":"Loading model","type":"unavailable_error","code":503}}', 'Blocked'],
  [500, '<html>bad gateway</html>', 'ModelFault'],
])('status %i with %s is %s', async (status, body, name) => {
  const { fake, captioner, path, close } = await open();
  onTestFinished(close);
  fake.scripts.push({ kind: 'fail', status, body });
  await expect(captioner.draft(path, context, never)).rejects.toMatchObject({ name });
});

test('an error in the middle of the reply counts as such', async () => {
  const { fake, captioner, path, close } = await open();
  onTestFinished(close);
  fake.scripts.push({ kind: 'fail-in-stream', body: '{"error":{"message":"slot was lost"}}' });
  await expect(captioner.draft(path, context, never)).rejects.toThrow('in the middle of its reply: slot was lost');
});

async function open(options: Partial<OpenAiOptions> = {}) {
  const fake = await openFakeOpenAi();
  const input = await modelInput();
  const captioner = openAiCompatibleCaptioner({
    baseUrl: fake.url,
    model: 'qwen3-vl-4b',
    apiKey: null,
    structuredOutput: 'json_schema',
    timeoutMs: 20_000,
    temperature: 0.1,
    seed: 7,
    contextTokens: 4096,
    ...options,
  });
  return {
    fake,
    captioner,
    path: input.path,
    async close() {
      await fake.close();
      input.remove();
    },
  };
}
