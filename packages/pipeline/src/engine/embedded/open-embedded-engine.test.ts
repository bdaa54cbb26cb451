import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { proveEngine } from '../engine.conformance.ts';
import { openEngine } from '../open-engine.ts';

let cacheFolder: string;
beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'proofline-engine-'));
});
afterAll(async () => {
  await rm(cacheFolder, { recursive: true });
});

proveEngine('embedded', async () => {
  const open = () => openEngine({ url: undefined, cacheFolder });
  const engine = await open();
  return {
    engine,
    async wipe() {
      await engine.close();
      return open();
    },
  };
});
