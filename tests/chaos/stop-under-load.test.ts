import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { attemptOutcomes } from '../support/attempts.ts';
import { violationsIn } from './invariants/index.ts';
import { stillToDo } from './campaign.ts';
import { createPerson } from './person.ts';
import { playPerson } from './play-person.ts';
import { withPreparedSystem } from './prepared-system.ts';
import { lookAt } from './review-database.ts';
import { holdsWithin } from './until.ts';
import type { EngineKind } from './fault.ts';
import { areLongTests } from '../support/long-tests.ts';

const STOPS = areLongTests ? 3 : 1;
const WITHIN_MS = 60_000;

test.for<EngineKind>(['redis', 'embedded'])(
  'told to stop in the middle of work it stops in good order, and the next start finds nothing cut off (%s)',
  { timeout: 300_000 },
  async (engine, { skip }) => {
    const plan = { seed: 3, engine, photos: 12, perSet: 12 };
    const result = await withPreparedSystem(plan, await temporaryFolder(), async ({ world, program }) => {
      const { dataFolder, sets } = world;
      const person = createPerson(plan.seed, sets);
      const isUnderWay = () => lookAt(dataFolder).photos.some(({ state }) => state === 'running');
      program.start();
      const playing = playPerson({ person, dataFolder, addedSets: () => sets.length, program });
      let stopped = 0;
      while (stopped < STOPS && (await program.isReady()) && (await holdsWithin(WITHIN_MS, isUnderWay))) {
        await program.stop();
        stopped += 1;
        program.start();
      }
      const rests = await holdsWithin(
        WITHIN_MS,
        async () => (await program.isReady()) && stillToDo(person, dataFolder, sets.length).length === 0,
      );
      await playing.stop();
      await program.stop();
      return { world, stopped, rests, violations: program.violations };
    });
    if (result === null) return skip('there is no Redis');
    expect(result).toMatchObject({ stopped: STOPS, rests: true, violations: [] });
    expect(attemptOutcomes(`${result.world.dataFolder}/review.db`)).not.toHaveProperty('orphaned');
    expect(await violationsIn(result.world)).toEqual([]);
  },
);
