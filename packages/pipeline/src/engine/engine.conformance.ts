import { afterAll, beforeAll, describe } from 'vitest';
import { proveAdding } from './conformance/adding.ts';
import { makeBench, type EngineBench } from './conformance/engine-bench.ts';
import { proveHoldingBack } from './conformance/holding-back.ts';
import { proveLooking } from './conformance/looking.ts';
import { proveRunning } from './conformance/running.ts';
import { proveStartingOver } from './conformance/starting-over.ts';
import { proveTakingBack } from './conformance/taking-back.ts';
import type { Engine } from './engine.ts';

export type EngineUnderTest = {
  readonly engine: Engine;
  /** Loses everything that the engine holds, without asking it; resolves with the engine to go on with. */
  wipe(): Promise<Engine>;
};

/** The first start of the embedded engine creates a database: seconds on an idle machine. */
const OPEN_TIMEOUT_MS = 120_000;

/** What Proofline relies on, over every kind of engine. `open` is called once; each test has a queue of its own. */
export function proveEngine(name: string, open: () => Promise<EngineUnderTest>): void {
  describe(`queue engine: ${name}`, () => {
    let opened: EngineBench;
    beforeAll(async () => {
      const { engine, wipe } = await open();
      opened = makeBench(engine, wipe);
    }, OPEN_TIMEOUT_MS);
    afterAll(async () => {
      await opened.engine.close();
    });

    // The suites are declared before there is an engine.
    const bench: EngineBench = {
      get engine() {
        return opened.engine;
      },
      wipe: () => opened.wipe(),
      newQueue: () => opened.newQueue(),
      work: (...work) => opened.work(...work),
    };
    describe('adding', () => proveAdding(bench));
    describe('running', () => proveRunning(bench));
    describe('holding back', () => proveHoldingBack(bench));
    describe('looking', () => proveLooking(bench));
    describe('taking back', () => proveTakingBack(bench));
    describe('starting over', () => proveStartingOver(bench));
  });
}
