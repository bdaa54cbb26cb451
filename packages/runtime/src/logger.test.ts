import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepareDataFolder } from './data-folder.ts';
import { openLogFile } from './log-file.ts';
import { openLogger } from './logger.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'proofline-log-'));

async function logged(write: (logger: ReturnType<typeof openLogger>['logger']) => void, secrets: string[] = []) {
  const folder = await prepareDataFolder(newFolder());
  const { logger, close } = openLogger({ folder, level: 'info', consoleLevel: 'silent', secrets });
  write(logger);
  close();
  return readFileSync(join(folder.logs, 'proofline.log'), 'utf8');
}

test('a child logs JSON lines under its own name, from the level that was asked for', async () => {
  const text = await logged((logger) => {
    const child = logger.child({ name: 'reconciler' });
    child.debug('too small');
    child.info({ dueJobs: 3 }, 'jobs put back');
  });
  expect(
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([expect.objectContaining({ level: 30, name: 'reconciler', dueJobs: 3, msg: 'jobs put back' })]);
});

test('a secret reaches the log neither by its key nor inside a message, a stack or an address', async () => {
  const text = await logged(
    (logger) => {
      logger.info({ token: 'tok-1', headers: { authorization: 'Bearer tok-2' } }, 'request');
      logger.info('connecting with pa"ss/1');
      logger.error(new Error('connect redis://user:tok-3@host failed'));
    },
    ['pa"ss/1'],
  );
  expect(text).not.toMatch(/tok-\d|pa\\"ss/);
  expect(text.match(/\[redacted\]/g)!.length).toBeGreaterThanOrEqual(5);
  expect(text).toContain('redis://[redacted]@host failed');
});

test('a full log file is set aside, the oldest ones go', () => {
  const folder = newFolder();
  const path = join(folder, 'proofline.log');
  const file = openLogFile(path, { maxBytes: 20, keep: 2 });
  for (let number = 1; number <= 8; number += 1) file.write(`line ${number}.....\n`);
  file.close();
  expect(readdirSync(folder).toSorted()).toEqual(['proofline.log', 'proofline.log.1', 'proofline.log.2']);
  expect(readFileSync(path, 'utf8')).toBe('line 8.....\n');
  expect(readFileSync(`${path}.1`, 'utf8')).toBe('line 7.....\n');
  expect(readFileSync(`${path}.2`, 'utf8')).toBe('line 6.....\n');
});

test('a log goes on where the last process ended', () => {
  const path = join(newFolder(), 'proofline.log');
  for (const line of ['one\n', 'two\n']) {
    const file = openLogFile(path, { maxBytes: 8, keep: 1 });
    file.write(line);
    file.close();
  }
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
});
