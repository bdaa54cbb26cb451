import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCliWorld, type CliWorld } from './testing/cli-world.ts';

const usualArguments = ['--subject', 'Heron', '--location', 'Amsterdam', '--folder', 'wildlife'];

let world: CliWorld;
beforeEach(async () => {
  world = await openCliWorld();
});
afterEach(() => world.server.close());

describe('when the system cannot be reached', () => {
  test.each([
    ['status'],
    ['add', '.', ...usualArguments],
    ['review', 'list'],
    ['review', 'approve', '1'],
    ['publish'],
    ['withdraw', '1', '--reason', 'x'],
    ['rollback', 'set', '1', '--reason', 'x'],
    ['events'],
  ])('"proofline %s" says that nothing runs and how to start it', async (...args) => {
    const empty = join(world.folder.root, 'empty');
    expect(await world.proofline(args, { PROOFLINE_DATA: empty })).toEqual({
      code: 2,
      stdout: '',
      stderr: `proofline: Proofline is not running for data folder ${empty}. Start it with: npm run proofline -- start\n`,
    });
  });

  test('what a killed process announced is recognised as stale', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    await world.server.close();
    world.announce({ pid: child.pid! });
    const { code, stderr } = await world.proofline(['status']);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(`any more (process ${child.pid} is gone). Start it with`),
    ]);
  });

  test('a process that lives but does not listen is told from one that is gone', async () => {
    await world.server.close();
    const { code, stderr } = await world.proofline(['status']);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(`nothing answers at ${world.server.url} (ECONNREFUSED)`),
    ]);
  });

  test('a token that the answering Proofline does not know is said to be the problem', async () => {
    world.announce({ token: 'of-another-folder' });
    const { code, stderr } = await world.proofline(['status']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('does not know the access token of the data folder')]);
    expect(stderr).not.toContain('of-another-folder');
  });

  test('an announcement that cannot be read is no silence', async () => {
    writeFileSync(world.folder.apiFile, '{');
    expect(await world.proofline(['status'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('api.json cannot be read'),
    });
  });

  test('another program at the announced address does not pass for Proofline', async () => {
    const other = createServer((_request, response) => response.writeHead(200).end('<html>')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    world.announce({ url });
    const { code, stderr } = await world.proofline(['status']);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`what answers at ${url} is not Proofline`)]);
    other.close();
  });
});

describe('wrong input', () => {
  test('every wrong variable is listed', async () => {
    const { code, stderr } = await world.proofline(['status'], { PROOFLINE_PORT: 'x', PROOFLINE_CONCURRENCY: '0' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^proofline:\n {2}- PROOFLINE_PORT: .*\n {2}- PROOFLINE_CONCURRENCY: .*\n$/);
  });

  test('every problem that the API names is listed', async () => {
    const { code, stderr } = await world.proofline(['add', '.', '--subject', ' ', '--location', ' ', '--folder', 'x']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^proofline:\n {2}- subject: .*\n {2}- location: .*\n$/);
    expect(world.state.sets).toHaveLength(1);
  });

  test.each([
    ['bogus'],
    ['add', '.'],
    ['review', 'show', 'x'],
    ['status', '--set', '0'],
    ['rollback', 'world', '1', '--reason', 'x'],
    ['review', 'edit', '1', '--rating', '11'],
  ])('"proofline %s" is refused with a pointer to the help', async (...args) => {
    const { code, stderr } = await world.proofline(args);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^error: .*\n\(see --help\)/s)]);
  });

  test('help is no error', async () => {
    expect(await world.proofline(['--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Usage: proofline'),
    });
  });
});
