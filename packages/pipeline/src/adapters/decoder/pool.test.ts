import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { testPhoto } from '../../fixtures/test-photos.ts';
import { DecoderCrashed } from './decoder-crashed.ts';
import { openDecoderPool, type DecoderPool, type DecoderPoolOptions } from './pool.ts';
import { startOwnTime } from '../../../../../tests/support/own-time.ts';

const misbehaving = new URL('./fixtures/misbehaving-decoder.ts', import.meta.url);
const never = new AbortController().signal;

function openPool(options: DecoderPoolOptions = {}): DecoderPool {
  const pool = openDecoderPool({ processes: 1, processModule: misbehaving, ...options });
  onTestFinished(() => pool.close());
  return pool;
}

function ask(pool: DecoderPool, deed: string, signal: AbortSignal = never): Promise<unknown> {
  return pool.run({ kind: 'read-metadata', path: deed }, signal);
}

/** The id of the process that loops, once it does. */
async function loopingPid(file: string): Promise<number> {
  return vi.waitFor(async () => {
    const pid = Number(await readFile(file, 'utf8'));
    expect(pid).toBeGreaterThan(0);
    return pid;
  }, 10_000);
}

/** A process that ended but was not collected by its parent counts as gone. */
async function isGone(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return true;
  }
  const status = process.platform === 'linux' ? await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z') : '';
  return status.includes(') Z');
}

test('a crashed process is told with its signal and its task, and the pool goes on', async () => {
  const pool = openPool();
  const crash = await ask(pool, 'segfault').catch((error: unknown) => error);
  expect(crash).toBeInstanceOf(DecoderCrashed);
  expect(crash).toMatchObject({
    signal: 'SIGSEGV',
    exitCode: null,
    task: { kind: 'read-metadata', path: 'segfault' },
    evidence: { byItself: true, residentBytes: expect.any(Number) as number },
  });
  await expect(ask(pool, 'tell-pid')).resolves.toHaveProperty('pid');
});

test('what runs in a process reaches nobody, not even on this machine', async () => {
  const reached: string[] = [];
  const server = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.end();
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await fetch(`${address}/from-here`);
  const outcomes = await ask(openPool(), `reach-out:${address}/from-there`);
  expect(outcomes).toEqual(Array.from({ length: 5 }, () => 'EACCES'));
  expect(reached).toEqual(['/from-here']);
});

test('a process that exits is told with its exit code and its last words', async () => {
  const pool = openPool();
  const crash = await ask(pool, 'exit:7').catch((error: unknown) => error);
  expect(crash).toMatchObject({ name: 'DecoderCrashed', signal: null, exitCode: 7 });
  expect(String(crash)).toContain('its last words: the decoder gave up');
});

test('a process that cannot start rejects its task, and that says nothing about the photo', async () => {
  const pool = openPool({ processModule: new URL('./no-such-module.ts', import.meta.url) });
  const crash = await ask(pool, 'tell-pid').catch((error: unknown) => error);
  expect(crash).toBeInstanceOf(DecoderCrashed);
  expect(crash).toMatchObject({ evidence: null });
});

test('a process that something outside kills did not end by itself', async () => {
  const pool = openPool();
  const file = join(await temporaryFolder(), 'pid');
  const looping = ask(pool, `loop:${file}`);
  process.kill(await loopingPid(file), 'SIGKILL');
  await expect(looping).rejects.toMatchObject({ evidence: { signal: 'SIGKILL', byItself: false } });
});

test.skipIf(process.platform === 'win32')(
  'a process leaves signals of the terminal to its parent, and finishes its task',
  async () => {
    const pool = openPool();
    const { pid } = (await ask(pool, 'tell-pid')) as { pid: number };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(pid, signal);
    await expect(ask(pool, 'tell-pid')).resolves.toEqual({ pid });
  },
);

test('an endless loop ends within a second of the abort, with its reason, and the process is gone', async () => {
  const pool = openPool();
  const file = join(await temporaryFolder(), 'pid');
  const abort = new AbortController();
  const looping = ask(pool, `loop:${file}`, abort.signal);
  const pid = await loopingPid(file);
  const reason = new Error('the time is up');
  const sinceThen = startOwnTime();
  abort.abort(reason);
  await expect(looping).rejects.toBe(reason);
  expect(sinceThen.ms()).toBeLessThan(1_000);
  expect(await isGone(pid)).toBe(true);
  await expect(ask(pool, 'tell-pid')).resolves.toHaveProperty('pid');
});

test('a task that waits for a place leaves the queue when it is aborted', async () => {
  const pool = openPool();
  const file = join(await temporaryFolder(), 'pid');
  const stopLooping = new AbortController();
  const looping = ask(pool, `loop:${file}`, stopLooping.signal);
  const stopWaiting = new AbortController();
  const waiting = ask(pool, 'tell-pid', stopWaiting.signal);
  stopWaiting.abort(new Error('not needed any more'));
  await expect(waiting).rejects.toThrow('not needed any more');
  const next = ask(pool, 'tell-pid');
  stopLooping.abort(new Error('enough'));
  await expect(looping).rejects.toThrow('enough');
  await expect(next).resolves.toHaveProperty('pid');
});

test('a signal that is aborted already starts nothing', async () => {
  const pool = openPool();
  await expect(ask(pool, 'segfault', AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
});

test('healthy processes are used again and there are never more of them than asked for', async () => {
  const pool = openPool({ processes: 2 });
  const pids = new Set<number>();
  const askThrice = async () => {
    for (let question = 0; question < 3; question += 1)
      pids.add(((await ask(pool, 'tell-pid')) as { pid: number }).pid);
  };
  await Promise.all([askThrice(), askThrice(), askThrice(), askThrice(), askThrice()]);
  expect(pids.size).toBe(2);
});

test('a process that outgrows its memory is ended and says so', async () => {
  const pool = openPool({ memoryLimitBytes: 400 * 1024 * 1024 });
  const crash = await ask(pool, 'eat-memory').catch((error: unknown) => error);
  expect(crash).toMatchObject({ name: 'DecoderCrashed', signal: 'SIGKILL', evidence: { byItself: true } });
  expect(String(crash)).toContain('the limit is 419430400');
});

test('a fault of the system keeps its code and its file across the process border', async () => {
  const system = { code: 'ENOSPC', path: '/photos/web.jpg' };
  await expect(ask(openPool(), 'fail:ENOSPC')).rejects.toMatchObject({ message: 'no space left', ...system });
});

test('a decoder process sees nothing of this process’s environment', async () => {
  vi.stubEnv('SITE_PASSWORD', 'secret');
  const environment = await ask(openPool(), 'tell-environment');
  expect(environment).toMatchObject({ MALLOC_ARENA_MAX: '2' });
  expect(environment).not.toHaveProperty('SITE_PASSWORD');
  vi.unstubAllEnvs();
});

test.runIf(process.platform === 'linux')(
  'every thread of a decoder process stands back behind this process',
  async () => {
    const { pid } = (await ask(openPool(), 'tell-pid')) as { pid: number };
    const threads = (await readdir(`/proc/${pid}/task`)).map(Number);
    expect(threads.length).toBeGreaterThan(1);
    const asked = Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL);
    expect(new Set(threads.map((thread) => getPriority(thread)))).toEqual(new Set([asked]));
  },
);

test('closing ends the tasks under way and those that wait', async () => {
  const pool = openPool();
  const file = join(await temporaryFolder(), 'pid');
  const looping = ask(pool, `loop:${file}`);
  const waiting = ask(pool, 'tell-pid');
  const pid = await loopingPid(file);
  const outcomes = Promise.allSettled([looping, waiting]);
  await pool.close();
  expect(await outcomes).toMatchObject([
    { status: 'rejected', reason: { message: 'the decoder pool is closed' } },
    { status: 'rejected', reason: { message: 'the decoder pool is closed' } },
  ]);
  expect(await isGone(pid)).toBe(true);
  await expect(ask(pool, 'tell-pid')).rejects.toThrow('the decoder pool is closed');
});

test('a looping decoder process ends when its parent is killed', async () => {
  const file = join(await temporaryFolder(), 'pid');
  const orphanMaker = fileURLToPath(new URL('./fixtures/orphaned-pool.ts', import.meta.url));
  const parent = fork(orphanMaker, [`loop:${file}`], { execArgv: [] });
  const pid = await loopingPid(file);
  parent.kill('SIGKILL');
  await vi.waitFor(async () => expect(await isGone(pid)).toBe(true), 20_000);
});

test('a refusal crosses the process border as a refusal', async () => {
  const pool = openDecoderPool({ processes: 1 });
  onTestFinished(() => pool.close());
  const folder = await temporaryFolder();
  const copy = pool.run(
    {
      kind: 'copy',
      source: testPhoto('edge/zero-byte.jpg'),
      temporaryPath: join(folder, 'copy.part'),
      destination: join(folder, 'copy.jpg'),
    },
    never,
  );
  await expect(copy).rejects.toMatchObject({ name: 'RefusedPhoto', refusal: { code: 'empty-file' } });
});
