import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCliWorld, type CliWorld } from '../testing/cli-world.ts';

let world: CliWorld;
beforeEach(async () => {
  world = await openCliWorld();
});
afterEach(() => world.server.close());

describe('publication', () => {
  test('a dry run shows the plan and publishes nothing', async () => {
    world.state.statuses.set(1, 'approved');
    const { code, stdout } = await world.proofline(['publish', '1', '2', '--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toContain('blocked  photo 2: nobody has approved it (a reviewer can)');
    expect(stdout).toContain(
      '1 photo would be published, 0.4 MB to send, time unknown: nothing was published yet to measure it by, 1 photo blocked',
    );
    expect(world.state.published.size).toBe(0);
  });

  test('there is nothing to wait for when nothing is published, and saying so publishes nothing', async () => {
    world.state.statuses.set(1, 'approved');
    const { code, stderr } = await world.proofline(['publish', '--dry-run', '--wait']);
    expect(code).toBe(2);
    expect(stderr).toContain("option '--dry-run' cannot be used with option '--wait'");
    expect(world.state.published.size).toBe(0);
  });

  test('a plan tells how long it takes by what earlier publications took', async () => {
    world.state.statuses.set(1, 'approved');
    world.state.speed = (bytes) => ({ seconds: bytes / 4_000, measuredBy: 12 });
    const { stdout } = await world.proofline(['publish', '--dry-run']);
    expect(stdout).toContain('0.4 MB to send, about 100 s by the last 12 publications');
  });

  test('what is on its way already is told, and what it waits for', async () => {
    const { stages, ...overview } = world.state.overviews[0]!;
    const halt = {
      stage: 'publish-photo',
      captioner: null,
      condition: 'target-unreachable',
      reason: 'the table photos_info_revamp has no column alt_text',
      remedy: 'mend it',
      blockedAt: '2026-05-04T08:00:00.000Z',
      probes: 1,
      nextProbeAt: '2026-05-04T08:00:00.000Z',
    } as const;
    const publishing = { stage: 'publish-photo', done: 1, total: 3 } as const;
    world.state.overviews.splice(0, 1, { ...overview, stages: [...stages, publishing], blockedBy: [halt] });
    const { code, stdout } = await world.proofline(['publish', '--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing more to publish: 2 photos on the way to the site.');
    expect(stdout).toContain('halted  publish-photo waits since 2026-05-04 08:00:00, target-unreachable: the table');
    expect(stdout).toContain('what to do: mend it');

    world.state.statuses.set(1, 'approved');
    const withPhotos = await world.proofline(['publish', '--dry-run']);
    expect(withPhotos.stdout).toContain('1 photo would be published');
    expect(withPhotos.stdout).toContain('halted  publish-photo waits since');
  });

  test('what is on the site as approved needs nothing to be sent', async () => {
    world.state.statuses.set(1, 'approved');
    world.state.published.add(1);
    const { stdout } = await world.proofline(['publish', '1', '--dry-run']);
    expect(stdout).toContain('Nothing to send: it was published as approved; whether the site still has it,');
  });

  test('a publication is rolled back by the number of its photo', async () => {
    world.state.published.add(1);
    expect(await world.proofline(['rollback', 'publication', '1', '--reason', 'wrong text'])).toMatchObject({
      code: 0,
      stdout: 'the publication of photo 1 is being rolled back; the photo goes back to review\n',
    });
    expect(world.state.events.at(-1)).toMatchObject({
      kind: 'publication.rolled-back',
      detail: { reason: 'wrong text' },
    });
    expect(await world.proofline(['rollback', 'publication', '2', '--reason', 'x'])).toMatchObject({ code: 2 });
  });

  test('only approved photos are published; the exit code tells of the others', async () => {
    world.state.statuses.set(1, 'approved');
    const published = await world.proofline(['publish', '1', '2']);
    expect(published).toMatchObject({ code: 1, stdout: expect.stringContaining('Follow it with: ') });
    expect([...world.state.published]).toEqual([1]);
    const refused = await world.proofline(['publish', '2']);
    expect(refused).toMatchObject({ code: 2, stdout: expect.not.stringContaining('Follow it with: ') });
    expect(await world.proofline(['publish'])).toMatchObject({ code: 0, stdout: expect.stringContaining('unchanged') });
  });

  test('waiting ends when each photo is on the site, and names the one that is not', async () => {
    world.state.statuses.set(1, 'approved').set(3, 'approved');
    const { dossiers } = world.ports;
    const get = dossiers.get.bind(dossiers);
    let looks = 0;
    world.ports.dossiers.get = (photoId) => {
      looks += 1;
      const dossier = get(photoId);
      const state = looks < 3 ? 'running' : photoId === 1 ? 'published' : 'discarded';
      return { ...dossier, photo: { ...dossier.photo, state } };
    };
    const { code, stdout, stderr } = await world.proofline(['publish', '--wait']);
    expect([code, stderr]).toEqual([1, 'photo 3 is discarded, not published\n']);
    expect(stdout).toContain('publish-photo 2/2');
  });

  test('a photo that is not published cannot be withdrawn', async () => {
    expect(await world.proofline(['withdraw', '1', '--reason', 'x'])).toMatchObject({
      code: 2,
      stderr: 'photo 1 is not published\n',
    });
    world.state.published.add(1);
    expect(await world.proofline(['withdraw', '1', '--reason', 'x'])).toMatchObject({
      code: 0,
      stdout: 'photo 1 is being withdrawn\n',
    });
  });

  test('a roll-back names what it takes on and what stays', async () => {
    expect(await world.proofline(['rollback', 'run', '1', '--reason', 'mistake'])).toMatchObject({
      code: 0,
      stdout: '2 photos are being rolled back\n  stays: photo 3: it is published; withdraw it instead\n',
    });
    expect(world.state.events.at(-1)).toMatchObject({ detail: { scope: 'run', id: 1, reason: 'mistake' } });
  });
});
