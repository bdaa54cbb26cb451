import type { StageSetting } from '@proofline/domain/stage-setting.ts';
import type { Engine } from './engine/engine.ts';

/** Brings the engine in line with what a person set: an engine that is new or was wiped knows nothing of it. */
export async function applyStageSettings(engine: Engine, settings: readonly StageSetting[]): Promise<void> {
  await Promise.all(
    settings.map(async ({ stage, pause, maxConcurrency }) => {
      const queue = engine.queue(stage);
      if (pause === null) await queue.resume();
      else await queue.pause();
      if (maxConcurrency === null) await queue.removeGlobalConcurrency();
      else await queue.setGlobalConcurrency(maxConcurrency);
    }),
  );
}

/** Whether the engine still holds what was applied: a server may lose single keys. Asks only about what a person set. */
export async function holdsStageSettings(engine: Engine, settings: readonly StageSetting[]): Promise<boolean> {
  const held = await Promise.all(
    settings.map(async ({ stage, pause, maxConcurrency }) => {
      const queue = engine.queue(stage);
      if (pause !== null && !(await queue.isPaused())) return false;
      return maxConcurrency === null || (await queue.getGlobalConcurrency()) === maxConcurrency;
    }),
  );
  return !held.includes(false);
}

/** The same text for the same settings: what need not be applied again. */
export function settingsKey(settings: readonly StageSetting[]): string {
  return JSON.stringify(settings.map(({ stage, pause, maxConcurrency }) => [stage, pause !== null, maxConcurrency]));
}
