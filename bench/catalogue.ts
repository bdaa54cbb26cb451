import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parseResponse } from '@proofline/api/client.ts';
import { processTree } from './process-tree.ts';
import { memoryRows, type MemorySample } from './memory-rows.ts';
import { printTable, rounded, writeJson, type Row } from './report.ts';
import { seedWork } from './seeded-work.ts';
import { startProofline, type StartedSystem } from './started-system.ts';
import { writeTinyPhotos } from './tiny-photos.ts';

/**
 * What one photo costs while the catalogue grows: sets of tiny photos, one after the other, each from its folder to the published site. Prints what a
 * photo costs in the first set and in the last tenth of all, and the memory of each process at every tenth; a row per set is in the JSON. With
 * `--publish-every 10` each tenth set, the first among them, goes to the site and the others stay in review: half the time for as large a catalogue.
 * With `--already 100000` so many photos with made-up results wait in review before the first set: what a large catalogue adds, in minutes.
 */
const { values: flags } = parseArgs({
  options: {
    photos: { type: 'string', default: '1000' },
    'per-set': { type: 'string', default: '1000' },
    already: { type: 'string', default: '0' },
    'publish-every': { type: 'string', default: '1' },
    'stop-after-minutes': { type: 'string', default: '60' },
    json: { type: 'string' },
    keep: { type: 'boolean', default: false },
    'cpu-profile': { type: 'string' },
  },
});
const photos = Number(flags.photos);
const perSet = Number(flags['per-set']);
const publishEvery = Number(flags['publish-every']);
const SAMPLE_EVERY_MS = 2_000;
const APPROVALS_AT_ONCE = 16;

const folder = mkdtempSync(join(tmpdir(), 'proofline-catalogue-'));
const startedAtMs = performance.now();
const samples: MemorySample[] = [];
const rows: Row[] = [];
let photosDone = 0;

if (Number(flags.already) > 0)
  await seedWork(join(folder, 'review.db'), { resting: Number(flags.already), inFlight: 0 });
const system = await startProofline(folder, { PROOFLINE_LOG_LEVEL: 'warn' }, profiled());
const sampling = setInterval(sample, SAMPLE_EVERY_MS);
try {
  for (let startAt = 1; startAt <= photos && !isOverTime(); startAt += perSet) {
    const row = await runSet(system, startAt, Math.min(perSet, photos - startAt + 1));
    rows.push(row);
    console.log(JSON.stringify(row));
    const memory = memoryRows(samples);
    writeJson(flags.json, { bench: 'catalogue', photos, perSet, cost: costRows(), memory, sets: rows });
  }
} finally {
  clearInterval(sampling);
  await system.stop();
}
const stoppedEarly = rows.length * perSet < photos ? `, stopped before ${photos}` : '';
printTable(`${Math.round(photosDone)} photos in sets of ${perSet}${stoppedEarly}: cost per photo`, costRows());
printTable('resident memory by process at each tenth of the photos, MB', memoryRows(samples));
if (flags.keep) console.log(`\nkept: ${folder}`);
else rmSync(folder, { recursive: true, force: true });

/** From the request to the last photo in review, and where it is this set's turn on to the site. */
async function runSet({ client, pid }: StartedSystem, startAt: number, count: number): Promise<Row> {
  const source = join(folder, 'sources', String(startAt));
  await writeTinyPhotos(source, count, startAt);
  // Of their own for each set, as the words are: a photo whose text is another's is blocked.
  const number = Math.ceil(startAt / perSet);
  const words = { subject: `Bench Subject ${number}`, location: `Bench Place ${number}` };
  const request = { sourceFolder: source, ...words, folderKey: 'nature' };
  const spent = () => ({
    ms: performance.now(),
    cpuMs: processTree(pid).reduce((sum, { cpuMs }) => sum + cpuMs, 0),
  });
  const begin = spent();
  const set = await parseResponse(client.sets.$post({ json: request }));
  const isPublished = (number - 1) % publishEvery === 0;
  const shareToReview = isPublished ? 0.5 : 1;
  const before = startAt - 1;
  await untilStates(client, set.id, ['in-review'], count, (n) => (photosDone = before + n * shareToReview));
  const reviewed = spent();
  const per = (ms: number) => rounded(ms / count, 2);
  const toReview = {
    'photos until here': before + count,
    'ms to review': per(reviewed.ms - begin.ms),
    'CPU ms to review': per(reviewed.cpuMs - begin.cpuMs),
    'review.db MB': rounded(databaseBytes() / 1e6),
  };
  if (!isPublished) return toReview;
  const photoIds = await approveAll(client, set.id);
  const approved = spent();
  await parseResponse(client.publications.$post({ json: { photoIds } }));
  await untilStates(client, set.id, ['published'], count, (n) => (photosDone = before + (count + n) / 2));
  const published = spent();
  return {
    ...toReview,
    'ms approving': per(approved.ms - reviewed.ms),
    'CPU ms approving': per(approved.cpuMs - reviewed.cpuMs),
    'ms publishing': per(published.ms - approved.ms),
    'CPU ms publishing': per(published.cpuMs - approved.cpuMs),
    'ms, all': per(published.ms - begin.ms),
    'CPU ms, all': per(published.cpuMs - begin.cpuMs),
  };
}

async function approveAll(client: StartedSystem['client'], setId: number): Promise<number[]> {
  const photoIds: number[] = [];
  for (;;) {
    const last = photoIds.at(-1);
    const beyond = last === undefined ? {} : { after: String(last) };
    const query = { setId: String(setId), status: 'pending', limit: '200', ...beyond } as const;
    const page = await parseResponse(client.reviews.$get({ query }));
    if (page.length === 0) return photoIds;
    const waiting = [...page];
    const approve = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const param = { photoId: String(next.photoId) };
        const { revisionHash } = await parseResponse(client.reviews[':photoId'].$get({ param }));
        await parseResponse(client.photos[':photoId'].approval.$put({ param, json: { revisionHash } }));
      }
    };
    await Promise.all(Array.from({ length: APPROVALS_AT_ONCE }, approve));
    photoIds.push(...page.map(({ photoId }) => photoId));
  }
}

async function untilStates(
  client: StartedSystem['client'],
  setId: number,
  wanted: readonly string[],
  count: number,
  onProgress: (reached: number) => void,
): Promise<void> {
  for (;;) {
    const [overview] = await parseResponse(client.overview.$get({ query: { setId: String(setId) } }));
    const { byState, set } = overview!;
    const reached = Object.entries(byState).reduce((sum, [state, n]) => sum + (wanted.includes(state) ? n : 0), 0);
    onProgress(reached);
    if (reached === count) return;
    const lost = (byState.refused ?? 0) + (byState.discarded ?? 0);
    if (lost > 0 || set.state === 'refused')
      throw new Error(`set ${setId}: ${JSON.stringify({ byState, problems: set.problems })}`);
    await sleep(200);
  }
}

function sample(): void {
  const byRole = Map.groupBy(processTree(system.pid), ({ role }) => role);
  const rssMb = Object.fromEntries(
    [...byRole].map(([role, processes]) => [role, Math.max(...processes.map((one) => one.rssMb))]),
  );
  samples.push({ photosDone, rssMb });
}

/** The first set carries the start of the program and its compilation; from the second on it is warm. */
function costRows(): Row[] {
  const columns = [
    'CPU ms to review',
    'CPU ms approving',
    'CPU ms publishing',
    'CPU ms, all',
    'ms to review',
    'ms, all',
  ];
  return columns.map((column) => {
    const costs = rows.flatMap((row) => (row[column] === undefined ? [] : [Number(row[column])]));
    const [first, second] = costs;
    const last = mean(costs.slice(-Math.max(1, Math.round(costs.length / 10))));
    return {
      'per photo': column,
      ...(first !== undefined && {
        'first set': first,
        'last tenth': rounded(last, 2),
        'last / first': rounded(last / first, 2),
      }),
      ...(second !== undefined && { 'second set': second, 'last / second': rounded(last / second, 2) }),
    };
  });
}

function mean(some: readonly number[]): number {
  return some.reduce((sum, one) => sum + one, 0) / some.length;
}

function databaseBytes(): number {
  return readdirSync(folder)
    .filter((name) => name.startsWith('review.db'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

function isOverTime(): boolean {
  return performance.now() - startedAtMs > Number(flags['stop-after-minutes']) * 60_000;
}

function profiled(): string[] {
  return flags['cpu-profile'] === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${flags['cpu-profile']}`];
}
