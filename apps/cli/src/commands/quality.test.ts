import type { PhotoQuality } from '@proofline/domain/photo-quality.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCliWorld, type CliWorld } from '../testing/cli-world.ts';

let world: CliWorld;
beforeEach(async () => {
  world = await openCliWorld();
});
afterEach(() => world.server.close());

test('a photo is shown with its ratings, its group, and why a measure is absent', async () => {
  const { code, stdout } = await world.proofline(['quality', 'show', '1']);
  expect(code).toBe(0);
  for (const text of [
    '7.25 Good (proxy)',
    '31 of 100',
    'soft: sharpest tile p12 of your catalogue',
    'burst 1 of 2 (2 1): rank 2, 50 % as sharp as the sharpest; 2 is proposed as the best',
    'no NIMA model is configured',
  ])
    expect(stdout).toContain(text);
});

test('BRISQUE’s features are for programs: in the JSON with their meter, not in the lines', async () => {
  const { stdout } = await world.proofline(['quality', 'show', '1', '--json']);
  const { brisqueFeatures } = JSON.parse(stdout) as PhotoQuality;
  expect(brisqueFeatures?.values).toHaveLength(36);
  expect(brisqueFeatures).toMatchObject({ meter: 'analysis-plane', meterVersion: '2' });
  expect((await world.proofline(['quality', 'show', '1'])).stdout).not.toMatch(/features/i);
});

test('groups are listed with their best', async () => {
  const { stdout } = await world.proofline(['quality', 'groups', '--set', '1']);
  expect(stdout).toMatch(/1 +burst +2 +2 1/);
});

test('fitting says what was learnt', async () => {
  const { code, stdout } = await world.proofline(['quality', 'fit']);
  expect(code).toBe(0);
  expect(stdout).toContain('learnt from 60 approved photos');
  expect(world.state.events.at(-1)).toMatchObject({ kind: 'quality.naturalness-fitted', actor: 'Olga' });
});
