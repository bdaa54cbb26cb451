import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parseResponse } from '@proofline/api/client.ts';
import { processTree } from './process-tree.ts';
import { printTable, quantile, rounded, writeJson, type Row } from './report.ts';
import { startProofline, type StartedSystem } from './started-system.ts';
import { writeTinyPhotos } from './tiny-photos.ts';

/**
 * What one photo costs while the catalogue grows: sets of tiny photos, one after the other, each from its folder to the published site.
 * A row per set: if costs grow with the catalogue, the last row shows it beside the first.
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
const SAMPLE_EVERY_MS = 1_000;
const APPROVALS_AT_ONCE = 16;

type Sample = { readonly photosDone: number; readonly rssMb: Readonly<Record<string, number>> };

const folder = mkdtempSync(join(tmpdir(), 'proofline-catalogue-'));
const startedAtMs = performance.now();
const samples: Sample[] = [];
const rows: Row[] = [];
let photosDone = 0;

const system = await startProofline(folder, { PROOFLINE_LOG_LEVEL: 'warn' }, profiled());
const sampling = setInterval(sample, SAMPLE_EVERY_MS);
try {
  for (let startAt = 1; startAt <= photos && !isOverTime(); startAt += perSet) {
    const row = await publishSet(system, startAt, Math.min(perSet, photos - startAt + 1));
    rows.push(row);
    console.log(JSON.stringify(row));
    writeJson(flags.json, { bench: 'catalogue', photos, perSet, sets: rows, memory: memoryRows(), samples });
  }
} finally {
  clearInterval(sampling);
  await system.stop();
}
printTable(`${photosDone} photos in sets of ${perSet}: cost per photo, by set`, rows);
printTable('resident memory by process, MB', memoryRows());
if (flags.keep) console.log(`\nkept: ${folder}`);
else rmSync(folder, { recursive: true, force: true });

/** From the request to the last photo on the site. */
async function publishSet({ client, pid }: StartedSystem, startAt: number, count: number): Promise<Row> {
  const source = join(folder, 'sources', String(startAt));
  await writeTinyPhotos(source, count, startAt);
  // Of its own for each set, as the words are: a photo whose text is another's is blocked.
  const location = `Bench Place ${Math.ceil(startAt / perSet)}`;
  const request = { sourceFolder: source, subject: 'Bench Subject', location, folderKey: 'nature' };
  const cpu = () => processTree(pid).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  const begin = { ms: performance.now(), cpuMs: cpu() };
  const set = await parseResponse(client.sets.$post({ json: request }));
  await untilStates(client, set.id, ['in-review'], count);
  const reviewed = { ms: performance.now(), cpuMs: cpu() };
  const photoIds = await approveAll(client, set.id);
  const approved = { ms: performance.now(), cpuMs: cpu() };
  await parseResponse(client.publications.$post({ json: { photoIds } }));
  await untilStates(client, set.id, ['published'], count);
  const published = { ms: performance.now(), cpuMs: cpu() };
  photosDone += count;
  const per = (ms: number) => rounded(ms / count, 2);
  return {
    'photos until here': photosDone,
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
): Promise<void> {
  for (;;) {
    const [overview] = await parseResponse(client.overview.$get({ query: { setId: String(setId) } }));
    const { byState, set } = overview!;
    const reached = Object.entries(byState).reduce((sum, [state, n]) => sum + (wanted.includes(state) ? n : 0), 0);
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

/** Per process kind the largest one. Slope by least squares over all samples after the first tenth, in which caches fill. */
function memoryRows(): Row[] {
  const roles = [...new Set(samples.flatMap(({ rssMb }) => Object.keys(rssMb)))];
  return roles.map((role) => {
    const seen = samples.flatMap(({ photosDone: at, rssMb }) =>
      rssMb[role] === undefined ? [] : [[at, rssMb[role]] as const],
    );
    const sizes = seen.map(([, size]) => size);
    return {
      process: role,
      first: rounded(sizes[0]!),
      median: rounded(quantile(sizes, 0.5)),
      last: rounded(sizes.at(-1)!),
      max: rounded(Math.max(...sizes)),
      'MB per 10,000 photos': rounded(slope(seen.slice(Math.floor(seen.length / 10))) * 10_000, 2),
    };
  });
}

function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(points.map(([x]) => x));
  const meanY = mean(points.map(([, y]) => y));
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
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
