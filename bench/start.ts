import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { once } from 'node:events';
import Database from 'better-sqlite3';
import { processTree } from './process-tree.ts';
import { printTable, quantile, rounded, writeJson } from './report.ts';
import { seedWork } from './seeded-work.ts';
import { spawnProofline } from './started-system.ts';

/** From the start of the program to the first job that it takes up again, with thousands of photos in flight: killed each time, by SIGKILL. */
const { values: flags } = parseArgs({
  options: {
    engine: { type: 'string', default: 'embedded' },
    kills: { type: 'string', default: '20' },
    'in-flight': { type: 'string', default: '10000' },
    catalogue: { type: 'string', default: '50000' },
    json: { type: 'string' },
  },
});
const LIMITS_MS: Readonly<Record<string, number>> = { redis: 2_000, embedded: 5_000 };
const POLL_MS = 5;
const START_TIMEOUT_MS = 60_000;
/** Killed this long after its first job, in the middle of the work. */
const WORKS_FOR_MS = 300;

const folder = mkdtempSync(join(tmpdir(), 'proofline-start-'));
const file = join(folder, 'review.db');
const redis = flags.engine === 'redis' ? await startRedis() : null;
try {
  console.log(`seeding ${flags.catalogue} photos at rest and ${flags['in-flight']} in flight`);
  await seedWork(file, { resting: Number(flags.catalogue), inFlight: Number(flags['in-flight']) });
  const variables = { PROOFLINE_LOG_LEVEL: 'warn', ...(redis !== null && { QUEUE_URL: redis.url }) };
  const firstMs = await startAndKill(variables);
  const startsMs: number[] = [];
  for (let kill = 1; kill <= Number(flags.kills); kill += 1) startsMs.push(await startAndKill(variables));
  const row = {
    engine: flags.engine,
    kills: startsMs.length,
    'in flight': dueNow(),
    'review.db MB': rounded(statSync(file).size / 1e6),
    'first ever, ms': rounded(firstMs, 0),
    'p50 ms': rounded(quantile(startsMs, 0.5), 0),
    'p95 ms': rounded(quantile(startsMs, 0.95), 0),
    'max ms': rounded(Math.max(...startsMs), 0),
    'limit ms': LIMITS_MS[flags.engine] ?? Number.NaN,
  };
  printTable('start of the process to the first job', [row]);
  writeJson(flags.json, { bench: 'start', ...row, startsMs });
} finally {
  redis?.server.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** Milliseconds to the first claim that the started process wrote down. */
async function startAndKill(variables: Readonly<Record<string, string>>): Promise<number> {
  const database = new Database(file);
  const last = database.prepare<[], number>('SELECT coalesce(max(id), 0) FROM stage_attempts').pluck().get()!;
  const claimed = database
    .prepare<[number], string>('SELECT started_at FROM stage_attempts WHERE id > ? LIMIT 1')
    .pluck();
  const startedAt = Date.now();
  const child = spawnProofline(folder, variables);
  try {
    for (;;) {
      const claimedAt = claimed.get(last);
      if (claimedAt !== undefined) {
        await sleep(WORKS_FOR_MS);
        return Date.parse(claimedAt) - startedAt;
      }
      if (Date.now() - startedAt > START_TIMEOUT_MS) throw new Error('no job was taken up');
      await sleep(POLL_MS);
    }
  } finally {
    database.close();
    await killTree(child);
  }
}

/** All at once, the supervisor first: none of them gets to clean up after another. */
async function killTree(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  for (const { pid } of processTree(child.pid!)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended meanwhile.
    }
  }
  await ended;
}

function dueNow(): number {
  const database = new Database(file);
  const due = database
    .prepare<[], number>(`SELECT count(*) FROM photos WHERE state IN ('queued', 'running')`)
    .pluck()
    .get()!;
  database.close();
  return due;
}

async function startRedis(): Promise<{ readonly server: ChildProcess; readonly url: string }> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  const options = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--maxmemory-policy', 'noeviction'];
  const server = spawn('redis-server', options, { cwd: folder, stdio: 'ignore' });
  await once(server, 'spawn');
  await sleep(500);
  return { server, url: `redis://127.0.0.1:${port}` };
}
