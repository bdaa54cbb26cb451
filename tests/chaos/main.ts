import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCampaign } from './campaign.ts';
import { planFaults, type EngineKind } from './fault.ts';
import { invariants, violationsIn } from './invariants/index.ts';
import { reportTable } from './report-table.ts';

/** `pnpm chaos -- --photos 2000 --kills 300 --flush 10 --seed 1 --engine redis`: one long campaign; exits with 1 on a violation. */
const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    photos: { type: 'string', default: '200' },
    kills: { type: 'string', default: '30' },
    flush: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    engine: { type: 'string', default: 'embedded' },
    /** Where to work; kept afterwards. A folder of the system's temporary ones otherwise, kept only after a violation. */
    folder: { type: 'string' },
  },
});

const PER_SET = 100;
const PROGRESS_EVERY = 10;

const engine = engineOf(values.engine);
const seed = wholeNumber('seed', values.seed);
const photos = wholeNumber('photos', values.photos);
const faults = planFaults({
  seed,
  kills: wholeNumber('kills', values.kills),
  flushes: wholeNumber('flush', values.flush),
  engine,
});
const folder = values.folder === undefined ? await mkdtemp(join(tmpdir(), 'proofline chaos ')) : resolve(values.folder);
await mkdir(folder, { recursive: true });
console.log(`seed ${seed}, ${engine}: ${photos} photos and ${faults.length} faults in ${folder}`);

const startedAt = performance.now();
const report = await runCampaign({ seed, engine, photos, perSet: PER_SET, faults, onProgress }, folder);
if (report === null) throw new Error('there is no Redis to run the campaign on; install redis-server');
const violations = [...report.violations, ...(await violationsIn(report.world))];
console.log(
  reportTable({ ...report, violations, invariants: invariants.length, durationMs: performance.now() - startedAt }),
);
if (violations.length === 0 && values.folder === undefined) await rm(folder, { recursive: true, force: true });
process.exitCode = violations.length === 0 ? 0 : 1;

function onProgress(done: number): void {
  if (done % PROGRESS_EVERY !== 0) return;
  console.log(`${done} of ${faults.length} faults after ${Math.round((performance.now() - startedAt) / 1000)} s`);
}

function engineOf(text: string): EngineKind {
  if (text === 'embedded' || text === 'redis') return text;
  throw new Error(`--engine ${text} is no engine; allowed are embedded and redis`);
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`--${name} ${text} is no whole number from 0`);
}
