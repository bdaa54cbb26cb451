import { execFile } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { holdSetUpLock } from './set-up-lock.mjs';

let folder: string;
let lock: string;
const said: string[] = [];
const say = (text: string) => void said.push(text);

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'proofline-lock-')), 'mit Umlaut ä');
  lock = path.join(folder, 'set-up.lock');
  said.length = 0;
});
afterEach(() => {
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

describe('the set-up lock', () => {
  test('is there during the work and gone after it, whether it ends well or not', async () => {
    expect(await holdSetUpLock(folder, say, async () => existsSync(lock))).toBe(true);
    expect(existsSync(lock)).toBe(false);
    const failing = holdSetUpLock(folder, say, async () => {
      throw new Error('no room');
    });
    await expect(failing).rejects.toThrow('no room');
    expect(existsSync(lock)).toBe(false);
    expect(said).toEqual([]);
  });

  test('of a start that was killed is taken away', async () => {
    heldBy([await deadProcess()]);
    expect(await holdSetUpLock(folder, say, async () => 'done')).toBe('done');
  });

  test('stays while an installation lives that a killed start left behind', async () => {
    heldBy([await deadProcess(), process.pid]);
    const waiting = holdSetUpLock(folder, say, async () => 'done');
    expect(said).toHaveLength(1);
    rmSync(lock, { recursive: true });
    expect(await waiting).toBe('done');
  });

  test('untouched for long is taken away, even if its number now names another program', async () => {
    heldBy([process.pid]);
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(lock, longAgo, longAgo);
    expect(await holdSetUpLock(folder, say, async () => 'done')).toBe('done');
  });

  test('lets one start at a time in, over a lock that a dead one left', async () => {
    heldBy([await deadProcess()]);
    const log = path.join(folder, 'log');
    writeFileSync(log, '');
    await Promise.all(Array.from({ length: 5 }, () => startThatLogs(log)));
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(10);
    for (let index = 0; index < lines.length; index += 2) {
      expect(lines[index + 1]).toBe(lines[index]?.replace('in', 'out'));
    }
  });
});

function heldBy(pids: readonly number[]) {
  mkdirSync(lock, { recursive: true });
  appendFileSync(path.join(lock, 'process-ids'), pids.map((pid) => `${pid}\n`).join(''));
}

async function deadProcess(): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ['-p', 'process.pid']);
  return Number(stdout);
}

async function startThatLogs(log: string) {
  const module = fileURLToPath(new URL('./set-up-lock.mjs', import.meta.url));
  const script = `
    import { appendFileSync } from 'node:fs';
    import { setTimeout } from 'node:timers/promises';
    import { pathToFileURL } from 'node:url';
    const { holdSetUpLock } = await import(pathToFileURL(${JSON.stringify(module)}));
    await holdSetUpLock(${JSON.stringify(folder)}, () => {}, async () => {
      appendFileSync(${JSON.stringify(log)}, 'in ' + process.pid + '\\n');
      await setTimeout(20);
      appendFileSync(${JSON.stringify(log)}, 'out ' + process.pid + '\\n');
    });
  `;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
}
