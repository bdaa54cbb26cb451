import type { CaptionerStatus } from '@proofline/domain/captioner-desk.ts';
import { expect, test } from 'vitest';
import { checkCaptioner } from './check-captioner.ts';

const report = {
  server: 'Ollama 0.31.2 at http://127.0.0.1:11434',
  model: 'qwen3-vl:4b',
  modelDigest: 'd',
  gpuShare: 0.25,
  answerForm: null,
  warnings: [],
};

test('a model is named with its server and with what of it the GPU holds', async () => {
  expect(await check({ report })).toEqual({
    name: 'captioner',
    state: 'ok',
    detail:
      'ollama can draft: Ollama 0.31.2 at http://127.0.0.1:11434, model qwen3-vl:4b, 25 % of it on the GPU, 75 % on the processor',
    remedy: null,
  });
});

test('how a server is made to answer is told, and what it refused is a warning', async () => {
  const form = { name: 'json_object', isSet: false };
  const warnings = ['answers are not held to json_schema: no'];
  const loose = await check({ report: { ...report, gpuShare: null, answerForm: form, warnings } });
  expect(loose).toMatchObject({ state: 'warn', remedy: expect.stringContaining('drafts as it is') });
  expect(loose.detail).toMatch(/answers in JSON by json_object; answers are not held to json_schema: no$/u);
  const set = await check({ report: { ...report, answerForm: { ...form, isSet: true } } });
  expect(set.detail).toMatch(/by json_object, as set$/u);
});

test('without a model it says that nobody looks; what is in the way, and what is not known yet, is said as such', async () => {
  expect(await check({ id: 'template' })).toMatchObject({
    state: 'ok',
    detail: 'template can draft: no model, nobody looks at the photo',
  });
  const gone = { condition: 'model-missing', reason: 'no model m' } as const;
  expect(await check({ problems: [gone] })).toMatchObject({ state: 'bad', detail: 'ollama: no model m' });
  expect(await check({ problems: null })).toMatchObject({ state: 'warn' });
});

function check(status: Partial<CaptionerStatus>) {
  const mine = { id: 'ollama', isUsual: true, problems: [], report: null, ...status };
  return checkCaptioner({ usual: mine.id, list: () => Promise.resolve([mine]) });
}
