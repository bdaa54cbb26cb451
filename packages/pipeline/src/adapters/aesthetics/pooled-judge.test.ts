import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { openPooledJudge } from './pooled-judge.ts';

const never = new AbortController().signal;
const plane = { path: '/not/looked/at', widthPx: 1, heightPx: 1 };

async function modelsThatDie(times: number) {
  const path = join(await temporaryFolder(), 'nima.onnx');
  writeFileSync(path, String(times));
  const program = new URL('./fixtures/dying-models.ts', import.meta.url);
  const judges = openPooledJudge({ nima: { path, version: '1' }, clip: null }, program);
  onTestFinished(() => judges.close());
  return { judges, deathsLeft: () => Number(readFileSync(path, 'utf8')) };
}

test('a death of the models is told as what it is, and the next question is answered', async () => {
  const { judges } = await modelsThatDie(1);
  const died = await judges.judge(plane, never);
  expect(died.unsettled).toMatchObject({ until: 'ask-again' });
  expect(died.absent).toEqual([
    { measure: 'nimaScore', reason: expect.stringContaining('was ended by SIGSEGV') as string },
    { measure: 'clipAestheticScore', reason: 'no CLIP aesthetic model is configured' },
  ]);
  await expect(judges.judge(plane, never)).resolves.toMatchObject({
    measurements: [{ measure: 'nimaScore', value: 5 }],
  });
});

test('models that die again and again are left alone until a restart', { timeout: 300_000 }, async () => {
  const { judges, deathsLeft } = await modelsThatDie(8);
  for (let death = 0; death < 6; death += 1)
    await expect(judges.judge(plane, never)).resolves.toMatchObject({ unsettled: { until: 'ask-again' } });
  await expect(judges.judge(plane, never)).resolves.toMatchObject({
    unsettled: { until: 'after-a-restart', reason: expect.stringContaining('died 6 times in a row') as string },
  });
  expect(deathsLeft()).toBe(2);
});

test('a fault that is no death is a fault', async () => {
  const judges = openPooledJudge(
    { nima: null, clip: { path: '/none', headPath: null, version: '1' } },
    new URL('./fixtures/dying-models.ts', import.meta.url),
  );
  onTestFinished(() => judges.close());
  await expect(judges.judge(plane, never)).rejects.toThrow('the test asks for the judgement of NIMA');
});
