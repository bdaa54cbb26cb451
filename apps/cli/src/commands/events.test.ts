import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openCliWorld, type CliWorld } from '../testing/cli-world.ts';

let world: CliWorld;
beforeEach(async () => {
  world = await openCliWorld();
});
afterEach(() => world.server.close());

describe('for programs', () => {
  test.each([
    [['status', '--json'], () => world.state.overviews],
    [['review', 'list', '--json'], () => world.ports.reviews.list({})],
    [['review', 'show', '1', '--json'], () => world.ports.reviews.view(1)],
    [['publish', '--dry-run', '--json'], () => world.ports.publications.plan()],
    [['events', '--json'], () => world.state.events],
  ])('%j prints what the API says and nothing else', async (args, said) => {
    world.ports.reviews.reject(3, { reason: 'for the log' }, { name: 'Olga', roles: [] });
    const { code, stdout, stderr } = await world.proofline(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual(await said());
  });

  test('events are read over many pages and from where one left off', async () => {
    for (let number = 0; number < 2500; number += 1)
      world.ports.events.append({
        actor: 'system',
        kind: 'photo.added',
        runId: 1,
        setId: 1,
        photoId: number,
        detail: {},
      });
    const ids = async (...args: string[]) =>
      (JSON.parse((await world.proofline(['events', '--json', ...args])).stdout) as { id: number }[]).map(
        ({ id }) => id,
      );
    expect(await ids()).toHaveLength(2500);
    expect(await ids('--after', '2498')).toEqual([2499, 2500]);
    expect(await ids('--limit', '1001')).toHaveLength(1001);
    const { stdout } = await world.proofline(['events', '--limit', '1']);
    expect(stdout).toBe('     1  2026-05-04 09:00:00  system  photo.added  photo 0\n');
  });

  test('events that are followed come one per line until Ctrl+C', async () => {
    const child = world.spawnCli(['events', '--follow', '--json']);
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
    for (const count of [1, 2]) {
      world.ports.events.append({
        actor: 'system',
        kind: 'photo.added',
        runId: 1,
        setId: 1,
        photoId: count,
        detail: {},
      });
      await vi.waitFor(() => expect(text.split('\n')).toHaveLength(count + 1), { timeout: 120_000 });
    }
    expect(JSON.parse(text.split('\n')[1]!)).toMatchObject({ id: 2, photoId: 2 });
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
  });
});
