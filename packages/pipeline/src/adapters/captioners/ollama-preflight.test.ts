import { expect, onTestFinished, test } from 'vitest';
import { openFakeOllama, visionModel, type FakeModel } from '../../fixtures/fake-servers/fake-ollama.ts';
import { openLoopbackServer } from '../../fixtures/fake-servers/loopback-server.ts';
import { ollamaCaptioner } from './ollama.ts';

const never = new AbortController().signal;

test.each<readonly [string, Partial<FakeModel>, string]>([
  ['a cloud tag', { name: 'qwen3-vl:235b-cloud' }, 'runs on a machine of others'],
  ['a cloud name', { name: 'gemma4:cloud' }, 'runs on a machine of others'],
  ['an entry with a host elsewhere', { remoteHost: 'https://ollama.com:443' }, '(https://ollama.com:443)'],
  ['a model without eyes', { seesImages: false }, 'image input is not supported'],
])('%s is no model for photos, and none was sent', async (_name, changes, words) => {
  const model = { ...visionModel, ...changes };
  const { captioner, fake } = await open([model], model.name);
  expect(await captioner.problems(never)).toMatchObject([
    { condition: 'model-missing', reason: expect.stringContaining(words) },
  ]);
  expect(captioner.report?.()).toBeNull();
  // The probe is a picture of ours.
  expect(fake.chats.length).toBeLessThanOrEqual(1);
});

test('a model that takes pictures and does not look at them is found out', async () => {
  const { captioner, fake } = await open();
  fake.always = { kind: 'say', content: '{"left": "red", "right": "white"}' };
  expect(await captioner.problems(never)).toMatchObject([
    { condition: 'model-missing', reason: expect.stringContaining('took a yellow and a blue half for red and white') },
  ]);
});

test('what the server says of its models is a hint, what the probe shows counts', async () => {
  const { captioner, fake } = await open([{ ...visionModel, capabilities: ['completion'], gpuShare: 0.25 }]);
  fake.version = '0.20.3';
  expect(await captioner.problems(never)).toEqual([]);
  expect(captioner.report?.()).toEqual({
    server: `Ollama 0.20.3 at ${fake.url}`,
    model: visionModel.name,
    modelDigest: visionModel.digest,
    gpuShare: 0.25,
    answerForm: null,
    warnings: [
      'Ollama 0.20.3 may ignore the form of the answer; install 0.31.2 or newer',
      'Ollama lists the model as one without vision; it saw the probe',
    ],
  });
});

test('a server that is too old is not asked, and one that was built by hand is', async () => {
  const { captioner, fake } = await open();
  fake.version = '0.4.7';
  expect(await captioner.problems(never)).toMatchObject([
    { condition: 'captioner-unavailable', reason: expect.stringContaining('Ollama 0.4.7') },
  ]);
  expect(fake.chats).toEqual([]);
  fake.version = '0.0.0';
  expect(await captioner.problems(never)).toEqual([]);
});

test('a name without a tag means the latest', async () => {
  const { captioner } = await open([{ ...visionModel, name: 'llava:latest' }], 'llava');
  expect(await captioner.problems(never)).toEqual([]);
});

test('sight is proven once for each set of weights, and new weights are another version', async () => {
  const { captioner, fake } = await open();
  const before = await captioner.version(never);
  await captioner.problems(never);
  await captioner.problems(never);
  expect(fake.chats).toHaveLength(1);
  fake.models = [{ ...visionModel, digest: 'b'.repeat(64) }];
  await captioner.problems(never);
  expect(fake.chats).toHaveLength(2);
  expect(await captioner.version(never)).not.toBe(before);
});

test('while the server is down the last weights count, and before they were ever seen nobody knows', async () => {
  const { captioner, fake } = await open();
  const before = await captioner.version(never);
  await fake.down();
  expect(await captioner.version(never)).toBe(before);
  const other = ollamaCaptioner({ ...settings, baseUrl: fake.url });
  await expect(other.version(never)).rejects.toMatchObject({ condition: 'captioner-unavailable' });
});

test('a redirect to another machine is not followed', async () => {
  const asked: string[] = [];
  const elsewhere = await openLoopbackServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('{}');
    return Promise.resolve();
  });
  const redirecting = await openLoopbackServer((request, response) => {
    response.writeHead(307, { Location: `${elsewhere.url}${request.url}` }).end();
    return Promise.resolve();
  });
  onTestFinished(() => Promise.all([elsewhere.close(), redirecting.close()]).then(() => {}));
  const captioner = ollamaCaptioner({ ...settings, baseUrl: redirecting.url });
  expect(await captioner.problems(never)).toMatchObject([{ condition: 'captioner-unavailable' }]);
  expect(asked).toEqual([]);
});

test('what answers and is not Ollama is told as such', async () => {
  const other = await openLoopbackServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end('<html>router</html>');
    return Promise.resolve();
  });
  onTestFinished(() => other.close());
  const captioner = ollamaCaptioner({ ...settings, baseUrl: other.url });
  expect(await captioner.problems(never)).toMatchObject([
    { condition: 'captioner-unavailable', reason: expect.stringContaining('does not answer /api/tags as Ollama does') },
  ]);
});

const settings = {
  model: visionModel.name,
  keepAlive: '5m',
  contextTokens: 4096,
  timeoutMs: 20_000,
  temperature: 0.1,
  seed: 7,
};

async function open(models: readonly FakeModel[] = [visionModel], model = visionModel.name) {
  const fake = await openFakeOllama(models);
  onTestFinished(() => fake.close());
  return { fake, captioner: ollamaCaptioner({ ...settings, baseUrl: fake.url, model }) };
}
