import { randomUUID } from 'node:crypto';
import { verdictOn, type Death, type Verdict } from '@proofline/domain/suspicion.ts';
import type { Job } from '@proofline/domain/work-ledger.ts';
import { openCompany } from './company.ts';
import type { ReadyStage } from './plan.ts';
import { quarantine } from './quarantine.ts';
import { runStage, type RunResult, type RunStageContext } from './run-stage.ts';

/** Lets runs begin: in company, or alone where processes died over the photo before, or not at all (docs/poison-photos.md). */
export type Admission = {
  /** `stop` ends the run; `stopping` only the waiting for its turn. */
  run(job: Job, stage: ReadyStage, stop: AbortSignal, stopping: AbortSignal): Promise<RunResult>;
};

export function openAdmission(context: RunStageContext, steadyMs = () => performance.now()): Admission {
  const company = openCompany();
  const openedAtMs = steadyMs();

  return {
    async run(job, stage, stop, stopping) {
      const deaths = context.ledger.deaths(job);
      const verdict = verdictFor(stage, deaths);
      if (verdict.kind === 'quarantine') return setAside(job, stage, deaths, context);
      const alone = verdict.kind === 'alone';
      // Handed back meanwhile: a run that only waits would keep others of its stage from beginning.
      const waitMs = alone ? verdict.afterMs - (steadyMs() - openedAtMs) : 0;
      if (waitMs > 0) return { kind: 'again', delayMs: waitMs };

      const turn = AbortSignal.any([stop, stopping]);
      const leave = await company.enter(alone, turn).catch((error: unknown) => {
        if (turn.aborted) return null;
        throw error;
      });
      if (leave === null) return { kind: 'again', delayMs: 0 };
      try {
        return await runStage(job, stage, context, stop, { deaths, alone });
      } finally {
        leave();
      }
    },
  };
}

function verdictFor(stage: ReadyStage, deaths: readonly Death[]): Verdict {
  const verdict = verdictOn(deaths);
  return verdict.kind === 'quarantine' && stage.neverQuarantined ? { kind: 'alone', afterMs: 0 } : verdict;
}

/** Claimed and completed without being run. */
function setAside(
  job: Job,
  stage: ReadyStage,
  deaths: readonly Death[],
  { ledger, worker }: RunStageContext,
): RunResult {
  const token = randomUUID();
  if (ledger.claim(job, { token, worker }).kind === 'stale') return { kind: 'stale' };
  try {
    if (ledger.complete(job, token, quarantine(stage, deaths, null)) === 'committed') return { kind: 'finished' };
  } catch (error) {
    ledger.letGo(job, token, 'gone');
    throw error;
  }
  ledger.letGo(job, token, 'gone');
  return { kind: 'overtaken' };
}
