import { setTimeout as pause } from 'node:timers/promises';
import { isConflict, isUnanswered, type Act, type Person } from './person.ts';
import { lookAt } from './review-database.ts';
import type { KeptProgram } from './kept-program.ts';

/** Between two looks of the person at how things stand. */
const LOOK_EVERY_MS = 100;
/** Nothing a person asks for takes this long; a process that was frozen or killed meanwhile answers never. */
const ANSWER_WITHIN_MS = 20_000;

export type Playing = { readonly violations: readonly string[]; stop(): Promise<void> };

/** Lets the person act, again and again, on whatever system runs, until told to stop. */
export function playPerson({
  person,
  dataFolder,
  addedSets,
  program,
}: {
  readonly person: Person;
  readonly dataFolder: string;
  /** How many of the planned sets may have been added by now. */
  readonly addedSets: () => number;
  readonly program: KeptProgram;
}): Playing {
  const violations: string[] = [];
  let stopped = false;

  const perform = async (act: Act): Promise<'done' | 'unanswered'> => {
    const client = await program.client();
    if (client === null) return 'unanswered';
    const limit = AbortSignal.timeout(ANSWER_WITHIN_MS);
    try {
      await Promise.race([act.run(client), new Promise((_, reject) => limit.addEventListener('abort', reject))]);
    } catch (error) {
      if (limit.aborted || isUnanswered(error)) return 'unanswered';
      if (!isConflict(error)) violations.push(`the API did not ${act.what}: ${JSON.stringify(error)} ${String(error)}`);
    }
    return 'done';
  };

  const play = async () => {
    while (!stopped) {
      if ((await program.client()) !== null) {
        for (const act of person.acts(lookAt(dataFolder), addedSets())) {
          if (stopped || (await perform(act)) === 'unanswered') break;
        }
      }
      await pause(LOOK_EVERY_MS);
    }
  };
  const playing = play();
  return {
    violations,
    async stop() {
      stopped = true;
      await playing;
    },
  };
}
