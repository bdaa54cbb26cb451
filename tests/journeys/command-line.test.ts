import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Starts of the whole system, on a slow and shared machine. */
const PATIENCE_MS = 300_000;
const program = resolve(import.meta.dirname, '../../apps/cli/src/main.ts');

test(
  'a person takes photos from the folder to the site with nothing but the command line',
  { timeout: PATIENCE_MS },
  async () => {
    const { photos, run, start } = await commandLine();
    const { child } = await start();

    const added = await run(
      'add',
      photos,
      '--subject',
      'Heron',
      '--location',
      'Amsterdam',
      '--folder',
      'wildlife',
      '--wait',
    );
    expect(added).toMatchObject({ code: 0, stdout: expect.stringContaining('3 photos: 3 in review') });
    expect(await run('publish')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('no photo is approved that'),
    });

    expect(await run('review', 'approve', '--all', '--yes')).toMatchObject({ code: 0 });
    expect(await run('review', 'reject', '3', '--reason', 'blurred')).toMatchObject({ code: 0 });
    const published = await run('publish', '--wait');
    expect(published).toMatchObject({ code: 0, stdout: expect.stringContaining('publish-photo 2/2') });
    expect(await run('status')).toMatchObject({ code: 0, stdout: expect.stringContaining('2 published, 1 rejected') });

    const kinds = (JSON.parse((await run('events', '--json')).stdout) as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'review.approved')).toHaveLength(3);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
  },
);

test('one data folder has one instance, however the last one ended', { timeout: PATIENCE_MS }, async () => {
  const { data, run, start } = await commandLine();
  const first = await start();
  const second = await run('start');
  expect(second).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`process ${first.child.pid}, ${first.url}`),
  });

  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  expect(await run('status')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      `any more (process ${first.child.pid} is gone). Start it with: npm run proofline -- start`,
    ),
  });

  const third = await start();
  expect(await run('status')).toMatchObject({ code: 0 });
  third.child.kill('SIGTERM');
  expect(await once(third.child, 'exit')).toEqual([143, null]);
  expect(existsSync(join(data, 'api.json'))).toBe(false);
});

async function commandLine() {
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  const data = join(folder, 'data');
  await generatePhotos(photos, 3);
  const place = { cwd: folder, env: { PROOFLINE_DATA: data, PROOFLINE_PORT: '0' } };
  return {
    photos,
    data,
    run: (...args: string[]) => whole(spawn(process.execPath, [program, ...args], place)),
    async start() {
      const child = spawn(process.execPath, [program, 'start'], { ...place, stdio: ['ignore', 'pipe', 'inherit'] });
      onTestFinished(() => void child.kill('SIGKILL'));
      // The reader goes once it knows the address; the system runs on without one.
      for await (const line of createInterface({ input: child.stdout })) {
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
        if (url !== undefined) return { child, url };
      }
      throw new Error('proofline start ended before it ran');
    },
  };
}

async function whole(child: ChildProcess) {
  const collected = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]!.setEncoding('utf8').on('data', (text: string) => void (collected[name] += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...collected };
}
