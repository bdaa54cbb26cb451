import { describe, expect, test } from 'vitest';
import { hasLocalRedis } from '../support/redis-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { findFaults } from './mutation-run.ts';
import { safetyMutants } from './safety-mutants.ts';
import { areLongTests } from '../support/long-tests.ts';

/** All of them are `pnpm chaos --mutants`. */
const SHORT = areLongTests ? 3 : 1;

describe.skipIf(!(await hasLocalRedis())).concurrent('the suite is worth something', { timeout: 300_000 }, () => {
  test('it finds nothing in the build as it is', async ({ onTestFinished }) => {
    expect(await findFaults(null, await temporaryFolder(onTestFinished))).toEqual([]);
  });

  test.for(safetyMutants.slice(0, SHORT))('it finds out a build $name', async (mutant, { onTestFinished }) => {
    expect(await findFaults(mutant, await temporaryFolder(onTestFinished))).not.toEqual([]);
  });
});
