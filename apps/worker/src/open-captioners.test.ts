import type { Captioner, CaptionerProblem } from '@proofline/domain/captioner.ts';
import { readConfig } from '@proofline/runtime/config.ts';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { captionersInUse } from './open-captioners.ts';

const DOWN: CaptionerProblem = { condition: 'captioner-unavailable', reason: 'nobody answers' };

test('what is found out about a captioner is told once, and again when it changes', async () => {
  const world = newWorld();
  await world.inUse.desk.list();
  await world.inUse.desk.list();
  expect(world.told).toEqual(['info a captioner can draft', 'event []']);
  world.problems.push(DOWN);
  expect(await world.inUse.desk.list()).toMatchObject([{ id: 'ollama', isUsual: true, problems: [DOWN] }]);
  expect(world.told.slice(2)).toEqual(['warn a captioner cannot draft', 'event ["nobody answers"]']);
});

test('what was found out while a captioner was well is not told of one that is not', async () => {
  const world = newWorld();
  expect(await world.inUse.desk.list()).toMatchObject([{ report: { model: 'm' } }]);
  world.problems.push(DOWN);
  expect(await world.inUse.desk.list()).toMatchObject([{ problems: [DOWN], report: null }]);
  expect(world.reports).toEqual(['m', null]);
});

test('sets that go on have their captioners looked at, and no other', async () => {
  const world = newWorld();
  world.inUse.lookAt(new Set(['template']));
  expect(world.told).toEqual([]);
  world.inUse.lookAt(new Set(['ollama']));
  await expect.poll(() => world.told).toEqual(['info a captioner can draft', 'event []']);
});

test('the second captioner may be one of the first, or the same with another model', () => {
  expect(newWorld().inUse.fallbackCaptioner).toBeNull();
  const same = newWorld({ PROOFLINE_FALLBACK_CAPTIONER: 'ollama' }).inUse;
  expect(same.fallbackCaptioner).toBe(same.captioners['ollama']);
  const other = newWorld({ PROOFLINE_FALLBACK_CAPTIONER: 'ollama', PROOFLINE_FALLBACK_MODEL: 'gemma3:4b' }).inUse;
  expect(other.fallbackCaptioner).toMatchObject({ id: 'ollama' });
  expect(other.fallbackCaptioner).not.toBe(other.captioners['ollama']);
});

function newWorld(environment: Readonly<Record<string, string>> = {}) {
  const told: string[] = [];
  const reports: (string | null)[] = [];
  const problems: CaptionerProblem[] = [];
  const captioner: Captioner = {
    id: 'ollama',
    version: () => Promise.resolve('1'),
    problems: () => Promise.resolve([...problems]),
    report: () => ({ server: 'here', model: 'm', modelDigest: null, gpuShare: 1, answerForm: null, warnings: [] }),
    draft: () => Promise.reject(new Error('not asked for')),
  };
  const config = readConfig({
    environment: { PROOFLINE_CAPTIONER: 'ollama', ...environment },
    workingFolder: tmpdir(),
  });
  const inUse = captionersInUse({
    settings: config.captioners,
    standIns: { ollama: captioner },
    events: {
      list: () => [],
      latest: () => [],
      takingBack: () => [],
      append({ detail }) {
        const reasons = (detail['problems'] as readonly CaptionerProblem[]).map(({ reason }) => reason);
        told.push(`event ${JSON.stringify(reasons)}`);
        reports.push((detail['report'] as { readonly model: string } | null)?.model ?? null);
      },
    },
    log: {
      info: (_detail: unknown, message: string) => void told.push(`info ${message}`),
      warn: (_detail: unknown, message: string) => void told.push(`warn ${message}`),
    } as never,
  });
  return { inUse, told, reports, problems };
}
