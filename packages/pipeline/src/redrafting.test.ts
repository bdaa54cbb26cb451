import type { Captioner, CaptionerProblem } from '@proofline/domain/captioner.ts';
import type { Redraft, RedraftLog } from '@proofline/domain/redraft.ts';
import { expect, onTestFinished, test } from 'vitest';
import { openGate } from './fixtures/open-gate.ts';
import { dossier, paths } from './fixtures/dossier.ts';
import { startRedrafting } from './redrafting.ts';

test('what is asked for is drafted with the hint, in order, by the captioner that was named', async () => {
  const world = newWorld([redraft(1, 'mind the skaters'), redraft(2, null)]);
  world.start();
  await expect.poll(() => world.told).toEqual(['drafted 1: hint mind the skaters', 'drafted 2: hint none']);
});

test('a captioner that is down keeps the redraft queued with its reason, and is asked again', async () => {
  const world = newWorld([redraft(1, null)]);
  world.problems.push({ condition: 'captioner-unavailable', reason: 'nobody answers' });
  world.start();
  await expect.poll(() => world.told[0]).toMatch(/^waiting 1: waits: nobody answers; start the captioner/);
  world.problems.length = 0;
  await expect.poll(() => world.told.at(-1)).toBe('drafted 1: hint none');
});

test('a captioner that fails over this photo ends the redraft with the reason, and the next one has its turn', async () => {
  const world = newWorld([{ ...redraft(1, null), captioner: 'absent' }, redraft(2, null)]);
  world.start();
  await expect.poll(() => world.told).toEqual(['failed 1: there is no captioner absent', 'drafted 2: hint none']);
});

function newWorld(queued: Redraft[]) {
  const told: string[] = [];
  const problems: CaptionerProblem[] = [];
  const captioner: Captioner = {
    id: 'eyes',
    version: () => Promise.resolve('1'),
    problems: () => Promise.resolve([...problems]),
    draft: (_path, { hint = 'none' }) =>
      Promise.resolve({
        captioner: 'eyes',
        model: null,
        modelDigest: null,
        promptVersion: '1',
        caption: `hint ${hint}`,
        altText: '',
        keywords: [],
        confidence: 'low',
        latencyMs: 1,
      }),
  };
  const answered = (id: number, words: string) => {
    told.push(words);
    queued.splice(0, queued.length, ...queued.filter((one) => one.id !== id));
  };
  const redrafts: RedraftLog = {
    queued: () => [...queued],
    finish: (id, draft) => answered(id, `drafted ${id}: ${draft.caption}`),
    fail: (id, problem) => answered(id, `failed ${id}: ${problem}`),
    wait: (id, problem) => void told.push(`waiting ${id}: ${problem}`),
  };
  return {
    told,
    problems,
    start() {
      const redrafting = startRedrafting({
        redrafts,
        dossiers: { get: () => dossier },
        captioners: { eyes: captioner },
        ...openGate,
        paths,
        folderMap: {},
        gazetteer: { near: () => Promise.resolve([]) },
        sky: { sunAltitudeDegrees: () => null },
        vocabulary: { usualKeywords: () => [] },
        onError: (error) => void told.push(String(error)),
      });
      onTestFinished(() => redrafting.stop());
      redrafting.soon();
    },
  };
}

function redraft(id: number, hint: string | null): Redraft {
  return {
    id,
    photoId: 7,
    hint,
    captioner: 'eyes',
    state: 'queued',
    problem: null,
    requestedBy: 'Rita',
    requestedAt: '2026-05-04T09:00:00.000Z',
    draft: null,
    takenFields: [],
  };
}
