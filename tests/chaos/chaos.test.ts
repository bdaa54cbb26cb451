import { expect, test } from 'vitest';
import { hasLocalRedis } from '../support/redis-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { runCampaign } from './campaign.ts';
import { planFaults, type EngineKind } from './fault.ts';
import { violationsIn } from './invariants/index.ts';
import { canMount } from './small-disk.ts';
import { areLongTests } from '../support/long-tests.ts';

/** A short campaign; the long one is `pnpm chaos`. */
const SHORT = areLongTests
  ? { photos: 40, perSet: 10, kills: 8, flushes: 2, seed: 20_261 }
  : { photos: 16, perSet: 8, kills: 4, flushes: 1, seed: 20_261 };

test(
  'a full or read-only disk, a locked database, a wrong clock, a spoilt site and a model that is gone or babbles pass, and no person does anything',
  {
    timeout: 300_000,
  },
  async () => {
    const engine: EngineKind = (await hasLocalRedis()) ? 'redis' : 'embedded';
    const hasDisk = await canMount();
    const plan = { seed: 11, engine, photos: 20, perSet: 5, modelDraftsEveryNth: 2 };
    const faults = planFaults({ ...plan, kills: 1, flushes: 0, disasters: hasDisk ? 9 : 7, hasDisk });
    const report = await runCampaign({ ...plan, faults, onSmallDisk: hasDisk }, await temporaryFolder());
    expect(report?.violations).toEqual([]);
    expect(await violationsIn(report!.world)).toEqual([]);
  },
);

test.for<EngineKind>(['embedded', 'redis'])(
  'killed, frozen and robbed of its engine, the system loses and doubles nothing (%s)',
  { timeout: 300_000 },
  async (engine, { skip }) => {
    const faults = planFaults({ ...SHORT, engine });
    const report = await runCampaign({ ...SHORT, engine, faults }, await temporaryFolder());
    if (report === null) return skip('there is no Redis');
    expect(report.violations).toEqual([]);
    expect(await violationsIn(report.world)).toEqual([]);
    expect([...report.faults.values()].reduce((sum, count) => sum + count, 0)).toBe(faults.length);
  },
);

test('a system that dies in its very first start is started again', { timeout: 300_000 }, async () => {
  const faults = [{ kind: 'kill-at-step', point: 'work-recovered', occurrence: 1, patienceMs: 60_000 }] as const;
  const plan = { seed: 2, engine: 'embedded', photos: 1, perSet: 1, faults } as const;
  const report = await runCampaign(plan, await temporaryFolder());
  expect(report?.violations).toEqual([]);
  expect(await violationsIn(report!.world)).toEqual([]);
});
