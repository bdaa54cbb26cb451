import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { openSqliteCatalogue } from './catalogues/sqlite.ts';
import { contentSha256 } from './content-hash.ts';
import { examplePhoto } from './fixtures/published-photo.ts';
import { readTestPhoto } from './fixtures/test-photos.ts';
import { openDirectoryTarget } from './targets/directory.ts';

const PATIENCE_MS = 300_000;
const { signal } = new AbortController();

test(
  'killed at any step of a correction, the next run finishes it, and a roll-back still gives the site back to the byte',
  { timeout: PATIENCE_MS },
  async () => {
    const { start, before } = await publishedWorld();
    const whole = await copyOf(start);
    const { points } = await run(whole, 'publish');
    const after = await stateOf(whole);
    expect(new Set(points).size).toBeGreaterThan(9);
    for (const point of new Set(points)) {
      const world = await copyOf(start);
      expect(await run(world, 'publish', point)).toMatchObject({ ending: [null, 'SIGKILL'] });
      expect({ point, rows: rowsWithoutFiles(await stateOf(world)) }).toEqual({ point, rows: [] });
      await run(world, 'publish');
      expect({ point, state: await stateOf(world) }).toEqual({ point, state: after });
      await run(world, 'put-back');
      expect({ point, state: await stateOf(world) }).toEqual({ point, state: before });
    }
  },
);

test(
  'killed at any step of a roll-back, the next run finishes it, and no row was ever without its file',
  { timeout: PATIENCE_MS },
  async () => {
    const { start, before } = await publishedWorld();
    await run(start, 'publish');
    const whole = await copyOf(start);
    const { points } = await run(whole, 'put-back');
    expect(await stateOf(whole)).toEqual(before);
    expect(new Set(points).size).toBeGreaterThan(5);
    for (const point of new Set(points)) {
      const world = await copyOf(start);
      expect(await run(world, 'put-back', point)).toMatchObject({ ending: [null, 'SIGKILL'] });
      expect({ point, rows: rowsWithoutFiles(await stateOf(world)) }).toEqual({ point, rows: [] });
      await run(world, 'put-back');
      expect({ point, state: await stateOf(world) }).toEqual({ point, state: before });
    }
  },
);

/** A photo on its site, and its correction at hand; `before` is what the site shows. */
async function publishedWorld() {
  const folder = await mkdtemp(join(tmpdir(), 'proofline-kill-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const start = join(folder, 'start');
  const web = await readTestPhoto('edge/cyclamen_persicum.jpg');
  const thumb = await readTestPhoto('edge/Landscape_9.jpg');
  const image = (bytes: Uint8Array) => ({ sha256: contentSha256(bytes), widthPx: 1500, heightPx: 1000 });
  const photo = examplePhoto({ web: image(web), thumb: image(thumb) });
  await mkdir(start);
  await writeFile(join(start, 'web.jpg'), web);
  await writeFile(join(start, 'thumb.jpg'), thumb);
  await give(start, photo, '');
  await run(start, 'publish');
  const before = await stateOf(start);
  await rm(join(start, 'log.jsonl'));
  const [, sha256] = before.files.find(([path]) => !path.includes('thumbs'))!;
  await give(start, { ...photo, caption: 'A better caption' }, sha256);
  return { start, before };
}

async function give(world: string, photo: PublishedPhoto, earlierSha256: string): Promise<void> {
  await writeFile(join(world, 'photo.json'), JSON.stringify(photo));
  await writeFile(join(world, 'earlier.txt'), earlierSha256);
}

let copies = 0;
async function copyOf(world: string): Promise<string> {
  copies += 1;
  await cp(world, `${world}-${copies}`, { recursive: true });
  return `${world}-${copies}`;
}

async function run(world: string, act: 'publish' | 'put-back', dieAt = 'never') {
  const program = fileURLToPath(new URL('fixtures/publish-and-die.ts', import.meta.url));
  const child = spawn(process.execPath, [program, world, act, dieAt], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [ending, printed] = await Promise.all([once(child, 'close'), text(child.stdout)]);
  if (dieAt === 'never' && ending[0] !== 0) throw new Error(`${act} ended with ${String(ending)}`);
  return { ending, points: printed.split('\n').filter(Boolean) };
}

/** What a reader gets: every row with its id, every file that has its final name by its hash. */
async function stateOf(world: string) {
  const target = openDirectoryTarget({ folder: join(world, 'site'), sender: 'look' });
  const catalogue = openSqliteCatalogue({ file: join(world, 'catalogue.db') });
  const rows = catalogue.newest(null, 99);
  const listed = await target.list('', signal);
  const files = await Promise.all(
    listed.map(async ({ path }) => [path, (await target.stat(path, signal))?.sha256 ?? ''] as const),
  );
  await catalogue.close();
  return { rows, files };
}

function rowsWithoutFiles({ rows, files }: Awaited<ReturnType<typeof stateOf>>): readonly string[] {
  return rows.length > 0 && files.length < 2 ? rows.map((row) => String(row['File_Name'])) : [];
}
