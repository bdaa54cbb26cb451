import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseResponse } from '@proofline/api/client.ts';
import { processTree } from './process-tree.ts';
import { printTable, quantile, rounded, writeJson } from './report.ts';
import { startProofline } from './started-system.ts';
import { writeTinyPhotos } from './tiny-photos.ts';

/** How late timers fire in the system's process, and how long its API takes to answer, while a burst of jobs is worked off. */
const { values: flags } = parseArgs({
  options: { jobs: { type: 'string', default: '5000' }, json: { type: 'string' } },
});
/** Of a photo up to its review, from `ingest-original` to `open-review`. */
const JOBS_PER_PHOTO = 6;
const LIMIT_P99_MS = 50;
const ASK_EVERY_MS = 20;
/** The probe writes four times a second. */
const SETTLE_MS = 600;

const folder = mkdtempSync(join(tmpdir(), 'proofline-lag-'));
const lagFile = join(folder, 'lag.json');
const photos = Math.ceil(Number(flags.jobs) / JOBS_PER_PHOTO);
const source = join(folder, 'source');
await writeTinyPhotos(source, photos);
const probe = fileURLToPath(new URL('lag-probe.ts', import.meta.url));
const system = await startProofline(folder, {
  PROOFLINE_LOG_LEVEL: 'warn',
  NODE_OPTIONS: `--import=${probe}`,
  BENCH_LAG_FILE: lagFile,
});
try {
  const pid = processTree(system.pid).find(({ role }) => role === 'system')!.pid;
  await sleep(SETTLE_MS);
  process.kill(pid, 'SIGUSR2');
  const startedAt = performance.now();
  const request = { sourceFolder: source, subject: 'Bench Subject', location: 'Bench Place', folderKey: 'nature' };
  const set = await parseResponse(system.client.sets.$post({ json: request }));
  const answersMs: number[] = [];
  let inReview = 0;
  while (inReview < photos) {
    const askedAt = performance.now();
    const query = { setId: String(set.id) };
    const [overview] = await parseResponse(system.client.overview.$get({ query }));
    answersMs.push(performance.now() - askedAt);
    inReview = overview!.byState['in-review'] ?? 0;
    await sleep(ASK_EVERY_MS);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  await sleep(SETTLE_MS);
  const lag = JSON.parse(readFileSync(lagFile, 'utf8')) as Record<'p50Ms' | 'p99Ms' | 'maxMs', number>;
  const jobs = photos * JOBS_PER_PHOTO;
  const rows = [
    { what: 'timers of the system, late', 'p50 ms': lag.p50Ms, 'p99 ms': lag.p99Ms, 'max ms': lag.maxMs },
    {
      what: `${answersMs.length} answers of the API`,
      'p50 ms': quantile(answersMs, 0.5),
      'p99 ms': quantile(answersMs, 0.99),
      'max ms': Math.max(...answersMs),
    },
  ].map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? rounded(value) : value]),
    ),
  );
  printTable(`${jobs} jobs in ${rounded(seconds)} s; limit of the p99 of timers: ${LIMIT_P99_MS} ms`, rows);
  writeJson(flags.json, { bench: 'lag', jobs, seconds, rows });
} finally {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
}
