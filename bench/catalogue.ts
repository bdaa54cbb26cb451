import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parseResponse } from '@proofline/api/client.ts';
import { processTree } from './process-tree.ts';
import { memoryRows, type MemorySample } from './memory-rows.ts';
import { printTable, rounded, writeJson, type Row } from './report.ts';
import { startProofline, type StartedSystem } from './started-system.ts';
import { writeTinyPhotos } from './tiny-photos.ts';

/**
 * What one photo costs while the catalogue grows: sets of tiny photos, one after the other, each from its folder to the published site. Prints what a
 * photo costs in the first set and in the last tenth of all, and the memory of each process at every tenth; a row per set is in the JSON.
 */
const { values: flags } = parseArgs({
  options: {
    photos: { type: 'string', default: '1000' },
    'per-set': { type: 'string', default: '1000' },
    'stop-after-minutes': { type: 'string', default: '60' },
    json: { type: 'string' },
    keep: { type: 'boolean', default: false },
    'cpu-profile': { type: 'string' },
  },
});
const photos = Number(flags.photos);
const perSet = Number(flags['per-set']);
const SAMPLE_EVERY_MS = 2_000;
const APPROVALS_AT_ONCE = 16;

const folder = mkdtempSync(join(tmpdir(), 'proofline-catalogue-'));
const startedAtMs = performance.now();
const samples: MemorySample[] = [];
const rows: Row[] = [];
let photosDone = 0;

const system = await startProofline(folder, { PROOFLINE_LOG_LEVEL: 'warn' }, profiled());
const sampling = setInterval(sample, SAMPLE_EVERY_MS);
try {
  for (let startAt = 1; startAt <= photos && !isOverTime(); startAt += perSet) {
    const row = await publishSet(system, startAt, Math.min(perSet, photos - startAt + 1));
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

/** From the request to the last photo on the site. */
async function publishSet({ client, pid }: StartedSystem, startAt: number, count: number): Promise<Row> {
  const source = join(folder, 'sources', String(startAt));
  await writeTinyPhotos(source, count, startAt);
  // Of their own for each set, as the words are: a photo whose text is another's is blocked.
  const number = Math.ceil(startAt / perSet);
  const words = { subject: `Bench Subject ${number}`, location: `Bench Place ${number}` };
  const request = { sourceFolder: source, ...words, folderKey: 'nature' };
  const cpu = () => processTree(pid).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  const begin = { ms: performance.now(), cpuMs: cpu() };
  const set = await parseResponse(client.sets.$post({ json: request }));
  await untilStates(client, set.id, ['in-review'], count, (reached) => (photosDone = startAt - 1 + reached / 2));
  const reviewed = { ms: performance.now(), cpuMs: cpu() };
  const photoIds = await approveAll(client, set.id);
  const approved = { ms: performance.now(), cpuMs: cpu() };
  await parseResponse(client.publications.$post({ json: { photoIds } }));
  const half = startAt - 1 + count / 2;
  await untilStates(client, set.id, ['published'], count, (reached) => (photosDone = half + reached / 2));
  const published = { ms: performance.now(), cpuMs: cpu() };
  const per = (ms: number) => rounded(ms / count, 2);
  return {
    'photos until here': startAt - 1 + count,
    'ms to review': per(reviewed.ms - begin.ms),
    'ms approving': per(approved.ms - reviewed.ms),
    'ms publishing': per(published.ms - approved.ms),
    'ms, all': per(published.ms - begin.ms),
    'CPU ms to review': per(reviewed.cpuMs - begin.cpuMs),
    'CPU ms publishing': per(published.cpuMs - approved.cpuMs),
    'CPU ms, all': per(published.cpuMs - begin.cpuMs),
    'photos/s': rounded((1000 * count) / (published.ms - begin.ms - (approved.ms - reviewed.ms))),
    'review.db MB': rounded(databaseBytes() / 1e6),
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
  const lastTenth = rows.slice(-Math.max(1, Math.round(rows.length / 10)));
  const mean = (some: readonly Row[], column: string) =>
    some.reduce((sum, row) => sum + Number(row[column]), 0) / some.length;
  const parts = { 'first set': rows.slice(0, 1), 'second set': rows.slice(1, 2), 'last tenth': lastTenth };
  return ['CPU ms to review', 'CPU ms publishing', 'CPU ms, all', 'ms, all'].map((column) => ({
    'per photo': column,
    ...Object.fromEntries(
      Object.entries(parts).flatMap(([part, some]) =>
        some.length === 0 ? [] : [[part, rounded(mean(some, column), 2)]],
      ),
    ),
    'last / first': rounded(mean(lastTenth, column) / mean(rows.slice(0, 1), column), 2),
    ...(rows.length > 1 && { 'last / second': rounded(mean(lastTenth, column) / mean(rows.slice(1, 2), column), 2) }),
  }));
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
