import { runCampaign, type CampaignPlan } from './campaign.ts';
import { violationsIn } from './invariants/index.ts';
import type { SafetyMutant } from './safety-mutants.ts';

/**
 * Everything that the guards are there for, at once and at fixed places rather than by chance: every job runs twice at the same time and once more
 * afterwards, the engine refuses every third hand-over and forgets one, and the process is killed in the middle of a run.
 */
const SCENARIO: Omit<CampaignPlan, 'orders'> = {
  seed: 4,
  engine: 'redis',
  photos: 12,
  perSet: 12,
  shares: { publish: 0.2, correct: 0.2, withdraw: 0.2, reject: 0.1, 'roll-back': 0.2, hold: 0.05, leave: 0.05 },
  faults: [
    { kind: 'kill-at-step', point: 'attempt-folder-made', stage: 'render-photo', occurrence: 8, patienceMs: 12_000 },
  ],
  restWithinMs: 90_000,
  // Longer than any pause of the product in which work goes on, shorter than the minute after which it compares truth and engine for drift.
  stuckAfterMs: 25_000,
};

/** What the suite finds in this build, in words; null without a Redis. */
export async function findFaults(mutant: SafetyMutant | null, folder: string): Promise<readonly string[] | null> {
  const orders = { changes: mutant?.changes ?? [], deliverAgain: true, refuseEveryNthAdd: 3, wipeAfterAdd: 4 };
  const report = await runCampaign({ ...SCENARIO, orders }, folder);
  if (report === null) return null;
  return [...report.violations, ...(await violationsIn(report.world))];
}
