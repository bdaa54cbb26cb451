import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCampaign, type CampaignReport } from './campaign.ts';
import { planFaults, type EngineKind } from './fault.ts';
import { invariants, violationsIn } from './invariants/index.ts';
import { findFaults } from './mutation-run.ts';
import { killAtEachStep } from './named-steps.ts';
import { reportJson, reportTable } from './report-table.ts';
import { safetyMutants } from './safety-mutants.ts';
import { stepName, steps, type Step } from './step.ts';

/** `pnpm chaos -- --photos 2000 --kills 300 --flush 10 --seed 1 --engine redis`: one long campaign; exits with 1 on a violation. */
const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    photos: { type: 'string', default: '200' },
    kills: { type: 'string', default: '30' },
    flush: { type: 'string', default: '5' },
    /** Locked database, clock that jumps, site or captioner that goes away or spoils what it gives; with --small-disk a disk that is full or read-only, too. */
    disasters: { type: 'string', default: '0' },
    /** The data folder in a small file system of its own; needs the right to mount. */
    'small-disk': { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    engine: { type: 'string', default: 'embedded' },
    /** Worker processes beside the system; Redis only. */
    workers: { type: 'string', default: '1' },
    /** One kill at each named step instead of kills by chance. */
    steps: { type: 'boolean', default: false },
    /** Builds without one of the guards, which must be caught. */
    mutants: { type: 'boolean', default: false },
    /** Where the figures go, as JSON. */
    json: { type: 'string' },
    /** Where to work; kept afterwards. A folder of the system's temporary ones otherwise, kept only after a violation. */
    folder: { type: 'string' },
  },
});

const PER_SET = 100;
/** Small sets, so that each step finds a photo that has not met it yet. */
const PER_SET_OF_STEPS = 12;
/** Of the sets of a campaign, so that faults of the captioner find it at work. */
const MODEL_DRAFTS_EVERY_NTH = 5;
const PROGRESS_EVERY = 10;
/** Kills every other second let little work be done: most of it comes after the last one. */
const REST_PER_PHOTO_MS = 1_000;
const STUCK_AFTER_MS = 180_000;

const engine = engineOf(values.engine);
const seed = wholeNumber('seed', values.seed);
const photos = wholeNumber('photos', values.photos);
const workers = wholeNumber('workers', values.workers);
const folder = values.folder === undefined ? await mkdtemp(join(tmpdir(), 'proofline chaos ')) : resolve(values.folder);
await mkdir(folder, { recursive: true });
const onSmallDisk = values['small-disk'];
const startedAt = performance.now();

process.exitCode = (values.mutants ? await runMutants() : await runAndReport()) ? 0 : 1;
if (process.exitCode === 0 && values.folder === undefined) await rm(folder, { recursive: true, force: true });

/** False on a violation. */
async function runAndReport(): Promise<boolean> {
  const finished = values.steps ? await runSteps() : await runFaults();
  if (finished === null) throw new Error('there is no Redis to run the campaign on; install redis-server');
  const violations = [...finished.violations, ...(await violationsIn(finished.world))];
  const durationMs = performance.now() - startedAt;
  const report = { ...finished, violations, invariants: invariants.length, durationMs };
  console.log(reportTable(report));
  if (values.json !== undefined) {
    const facts = { seed, engine, photos, ...reportJson(report) };
    await writeFile(values.json, `${JSON.stringify(facts, null, 2)}\n`);
  }
  return violations.length === 0;
}

/** False when the build as it is was found wanting, or one without a guard was not. */
async function runMutants(): Promise<boolean> {
  let isAsExpected = true;
  for (const mutant of [null, ...safetyMutants]) {
    const name = mutant === null ? 'the build as it is' : `a build ${mutant.name}`;
    const found = await findFaults(mutant, await mkdtemp(join(folder, 'mutant ')));
    if (found === null) throw new Error('there is no Redis to run the mutants on; install redis-server');
    const isRight = (found.length === 0) === (mutant === null);
    isAsExpected &&= isRight;
    const verdict = found.length === 0 ? 'nothing found' : `caught: ${found[0]}`;
    console.log(`${isRight ? 'as expected' : 'NOT AS EXPECTED'}  ${name}: ${verdict} (after ${sinceStart()})`);
  }
  return isAsExpected;
}

async function runFaults(): Promise<CampaignReport | null> {
  const kills = wholeNumber('kills', values.kills);
  const faults = planFaults({
    seed,
    kills,
    flushes: wholeNumber('flush', values.flush),
    engine,
    disasters: wholeNumber('disasters', values.disasters),
    hasDisk: onSmallDisk,
  });
  console.log(`seed ${seed}, ${engine}: ${photos} photos and ${faults.length} faults in ${folder}`);
  const onProgress = (done: number) => {
    if (done % PROGRESS_EVERY === 0) console.log(`${done} of ${faults.length} faults after ${sinceStart()}`);
  };
  const patience = { restWithinMs: STUCK_AFTER_MS + photos * REST_PER_PHOTO_MS, stuckAfterMs: STUCK_AFTER_MS };
  return runCampaign(
    {
      seed,
      engine,
      photos,
      workers,
      modelDraftsEveryNth: MODEL_DRAFTS_EVERY_NTH,
      perSet: PER_SET,
      faults,
      onSmallDisk,
      onProgress,
      ...patience,
    },
    folder,
  );
}

async function runSteps(): Promise<CampaignReport | null> {
  console.log(`seed ${seed}, ${engine}: a kill at each of ${steps.length} steps in ${folder}`);
  const onKill = (step: Step) => console.log(`killed at ${stepName(step)} after ${sinceStart()}`);
  const report = await killAtEachStep({ seed, engine, photos, perSet: PER_SET_OF_STEPS, steps, onKill }, folder);
  if (report === null) return null;
  const { killedAt, differences } = report;
  return {
    ...report,
    faults: new Map([['kill-at-step', killedAt.length]]),
    violations: [...report.violations, ...differences.map((shown) => `${shown} is not as without a kill`)],
  };
}

function sinceStart(): string {
  return `${Math.round((performance.now() - startedAt) / 1000)} s`;
}

function engineOf(text: string): EngineKind {
  if (text === 'embedded' || text === 'redis') return text;
  throw new Error(`--engine ${text} is no engine; allowed are embedded and redis`);
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`--${name} ${text} is no whole number from 0`);
}
