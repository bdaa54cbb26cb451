import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parseResponse } from '@proofline/api/client.ts';
import Database from 'better-sqlite3';
import { indexCosts } from './index-costs.ts';
import { APART, emptyReviewDatabase, fillWithPhotos, FREQUENT, RARE } from './million-photos.ts';
import { printTable, quantile, rounded, writeJson, type Row } from './report.ts';
import { startProofline, type StartedSystem } from './started-system.ts';
import { writeTinyPhotos } from './tiny-photos.ts';

/**
 * How long lists and searches take over HTTP while the catalogue is large: the real program on a million photos, one client, one request after the
 * other; at rest, and while the pipeline of the same program works through a set. Exits with 1 when a limit is broken.
 */
const { values: flags } = parseArgs({
  options: {
    photos: { type: 'string', default: '1000000' },
    requests: { type: 'string', default: '400' },
    'load-photos': { type: 'string', default: '3000' },
    'index-rows': { type: 'string', default: '100000' },
    'each-index': { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});
const photos = Number(flags.photos);
const requests = Number(flags.requests);
const WARM_UP = 1000;
/** Until the first photos of the load are in every stage. */
const LOAD_WARM_UP_MS = 3000;

type Case = {
  readonly name: string;
  /** At rest; under load there is one for the list alone. */
  readonly limitMs: number;
  readonly loadLimitMs?: number;
  readonly path: (cursor: number) => string;
};

const cases: readonly Case[] = [
  { name: 'nothing (the floor)', limitMs: Number.POSITIVE_INFINITY, path: () => '/health' },
  { name: 'list page', limitMs: 2, loadLimitMs: 6, path: (cursor) => `/photos?limit=50&after=${cursor}` },
  { name: 'list, by state', limitMs: 5, path: (cursor) => `/photos?limit=50&state=published&after=${cursor}` },
  { name: 'list, by rare state', limitMs: 5, path: (cursor) => `/photos?limit=50&state=in-review&after=${cursor}` },
  {
    name: 'list, by set and state',
    limitMs: 5,
    path: (cursor) => `/photos?limit=50&setId=${Math.ceil(cursor / 1000)}&state=in-review`,
  },
  {
    name: 'search, nine of ten',
    limitMs: 25,
    path: (cursor) => `/searches?limit=50&text=${FREQUENT}&before=${cursor}`,
  },
  { name: 'search, one of 1000', limitMs: 25, path: (cursor) => `/searches?limit=50&text=${RARE}&before=${cursor}` },
  { name: 'search, never together', limitMs: 25, path: () => `/searches?limit=50&text=${APART.join('%20')}` },
  { name: 'search, nothing', limitMs: 25, path: (cursor) => `/searches?limit=50&text=missing${cursor}` },
  {
    name: 'next undecided',
    limitMs: 1,
    path: (cursor) => `/reviews?status=pending&order=by-photo&limit=1&after=${cursor}`,
  },
];

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const figures: Row[] = [];
if (flags.only !== 'lists') {
  const costs = indexCosts(Number(flags['index-rows']), { each: flags['each-index'] });
  printTable(`what the indexes of migration 0018 cost, ${flags['index-rows']} photos, CPU`, costs);
  writeJson(flags.json, { bench: 'api', costs });
}
if (flags.only !== 'indexes') await measureLists();

async function measureLists(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-api-'));
  try {
    const file = join(folder, 'review.db');
    const startedAtMs = performance.now();
    emptyReviewDatabase(file);
    const sqlite = new Database(file);
    sqlite.pragma('synchronous = OFF');
    fillWithPhotos(sqlite, photos);
    sqlite.close();
    const seconds = rounded((performance.now() - startedAtMs) / 1000, 0);
    console.log(`${photos} photos in ${seconds} s, review.db has ${rounded(statSync(file).size / 1e6, 0)} MB`);
    await writeTinyPhotos(join(folder, 'load'), Number(flags['load-photos']));
    const system = await startProofline(folder, { PROOFLINE_LOG_LEVEL: 'warn' });
    try {
      await measure(system, 'idle');
      const set = { subject: 'Load', location: 'Bench', folderKey: 'nature' };
      await parseResponse(system.client.sets.$post({ json: { sourceFolder: join(folder, 'load'), ...set } }));
      await sleep(LOAD_WARM_UP_MS);
      await measure(system, 'full load');
    } finally {
      await system.stop();
    }
    printTable(`${photos} photos over HTTP, ${requests} requests each, ms`, figures);
    writeJson(flags.json, { bench: 'api', photos, requests, figures });
    if (figures.some((row) => row['verdict'] === 'OVER')) process.exitCode = 1;
  } finally {
    agent.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(system: StartedSystem, when: 'idle' | 'full load'): Promise<void> {
  for (const { name, limitMs, loadLimitMs, path } of cases) {
    const timesMs: number[] = [];
    let bytes = 0;
    for (let number = -WARM_UP; number < requests; number += 1) {
      const begunAtMs = performance.now();
      bytes = await get(system, path(cursorOf(number)));
      if (number >= 0) timesMs.push(performance.now() - begunAtMs);
    }
    const p95 = quantile(timesMs, 0.95);
    const limit = when === 'idle' && Number.isFinite(limitMs) ? limitMs : loadLimitMs;
    figures.push({
      when,
      case: name,
      p50: rounded(quantile(timesMs, 0.5), 2),
      p95: rounded(p95, 2),
      p99: rounded(quantile(timesMs, 0.99), 2),
      limit: limit ?? '–',
      verdict: limit === undefined ? '–' : p95 <= limit ? 'within' : 'OVER',
      bytes,
      load: rounded(loadavg()[0] ?? 0),
    });
    console.log(JSON.stringify(figures.at(-1)));
  }
}

/** Spread over all photos, the same in each run. */
function cursorOf(number: number): number {
  return 1 + ((Math.abs(number) * 7_919 * 131) % Math.max(1, photos - 1000));
}

function get({ url, token }: StartedSystem, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${token}` };
    request(`${url}/api${path}`, { agent, headers }, (reply) => {
      let bytes = 0;
      reply.on('data', (part: Buffer) => (bytes += part.length));
      reply.on('end', () => {
        if (reply.statusCode === 200) resolve(bytes);
        else reject(new Error(`${path} was answered with ${reply.statusCode}`));
      });
    })
      .on('error', reject)
      .end();
  });
}
