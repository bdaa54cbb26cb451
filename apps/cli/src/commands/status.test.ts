import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openCliWorld, type CliWorld } from '../testing/cli-world.ts';

const usualArguments = ['--subject', 'Heron', '--location', 'Amsterdam', '--folder', 'wildlife'];

let world: CliWorld;
beforeEach(async () => {
  world = await openCliWorld();
});
afterEach(() => world.server.close());

describe('sets', () => {
  test('a folder is added under its full path', async () => {
    const { code, stdout } = await world.proofline(['add', 'photos of birds', ...usualArguments, '--no-subfolders']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Set 2 was taken in: Heron, Amsterdam')]);
    expect(stdout).toContain('Its texts are drafted by template (no model, nobody looks at the photos)');
    expect(world.state.sets[1]).toMatchObject({
      sourceFolder: join(world.folder.root, 'photos of birds'),
      includeSubfolders: false,
      folderKey: 'wildlife',
      requestedBy: 'Olga',
    });
  });

  test('a folder that turns out wrong is refused with every problem', async () => {
    const { sets } = world.ports;
    const get = sets.get.bind(sets);
    world.ports.sets.get = (id) => ({
      ...get(id),
      state: 'refused',
      problems: ['the folder is missing', 'the category is unknown'],
    });
    const { code, stderr } = await world.proofline(['add', 'nowhere', ...usualArguments]);
    expect([code, stderr]).toEqual([
      2,
      'proofline:\n  - set 2 was refused and nothing of it was taken in\n  - the folder is missing\n  - the category is unknown\n',
    ]);
  });

  test('the status names counts, unfinished stages, refusals and what waits for a person', async () => {
    const { code, stdout } = await world.proofline(['status']);
    expect(code).toBe(0);
    expect(stdout).toContain('5 photos: 1 queued, 3 in review, 1 refused');
    expect(stdout).toMatch(/render-photo +3\/4/);
    expect(stdout).toContain('texts drafted by template (no model, nobody looks at the photos)');
    expect(stdout).not.toContain('ingest-original');
    expect(stdout).toContain('refused  photo 5 IMG_5.JPG: the file ends in the middle of the image');
    expect(stdout).toContain('3 wait for a person: npm run proofline -- review list --set 1');
  });

  test('a set that was rolled back says why, and fails the command that waited for it', async () => {
    const [overview] = world.state.overviews;
    const rollbackReason = 'model-missing: Ollama has no model m; install it with: ollama pull m';
    const set = { ...overview!.set, state: 'rolled-back' as const };
    world.state.overviews = [{ ...overview!, set, byState: { 'rolled-back': 5 }, rollbackReason }];
    const { code, stdout } = await world.proofline(['status']);
    expect([code, stdout]).toEqual([0, expect.stringContaining(`rolled back  ${rollbackReason}`)]);
    expect(stdout).toContain('its names are free');
    world.state.overviews = [{ ...world.state.overviews[0]!, set: { ...set, id: 2 } }];
    const added = await world.proofline(['add', 'photos', ...usualArguments, '--wait']);
    expect([added.code, added.stdout]).toEqual([1, expect.stringContaining(rollbackReason)]);
  });

  test('a set whose dependency is down says so, why, since when and what to do', async () => {
    const [overview] = world.state.overviews;
    const blockedBy = [
      {
        stage: 'draft-text' as const,
        captioner: 'ollama',
        condition: 'captioner-unavailable' as const,
        reason: 'nobody answers',
        blockedAt: '2026-05-04T09:00:00.000Z',
        probes: 3,
        nextProbeAt: '2026-05-04T09:00:08.000Z',
        remedy: 'start the captioner',
      },
    ];
    world.state.overviews = [{ ...overview!, blockedBy }];
    const { stdout } = await world.proofline(['status']);
    expect(stdout).toContain(
      'blocked  draft-text by ollama waits since 2026-05-04 09:00:00, captioner-unavailable: nobody answers',
    );
    expect(stdout).toContain('what to do: start the captioner; it goes on by itself');
    const { stdout: json } = await world.proofline(['status', '--json']);
    expect(JSON.parse(json)).toMatchObject([{ blockedBy }]);
  });

  test('a photo that could not be withdrawn is named with what is in the way, and makes the exit code 1', async () => {
    const [overview] = world.state.overviews;
    const reason = 'the file 2025/a.JPG on the site is none of ours; remove it, then withdraw the photo again';
    const stillOnSite = [
      { photoId: 4, originalFileName: 'a.jpg', stage: 'withdraw-photo', code: 'foreign-file', reason } as const,
    ];
    world.state.overviews = [{ ...overview!, stillOnSite }];
    const { code, stdout } = await world.proofline(['status']);
    expect([code, stdout]).toEqual([1, expect.stringContaining(`still on the site  photo 4 a.jpg: ${reason}`)]);
  });

  test('photos that were given up make the exit code 1', async () => {
    const [overview] = world.state.overviews;
    world.state.overviews = [
      {
        ...overview!,
        discarded: [{ photoId: 4, originalFileName: 'a.jpg', stage: 'draft-text', code: 'x', reason: 'disk' }],
      },
    ];
    expect(await world.proofline(['status'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('given up  photo 4 a.jpg: disk'),
    });
  });

  test('a file name with control sequences does not reach the terminal as such', async () => {
    const [overview] = world.state.overviews;
    const originalFileName = 'a\u001B[2J\u202E.jpg';
    world.state.overviews = [
      { ...overview!, refused: [{ photoId: 4, originalFileName, stage: 'render-photo', code: 'x', reason: 'y' }] },
    ];
    const { stdout } = await world.proofline(['status']);
    expect(stdout).toContain('photo 4 a [2J .jpg: y');
  });

  test('what was interrupted is said while it goes on, with the command that takes it back instead', async () => {
    world.state.resumption = {
      at: '2026-05-04T08:00:00.000Z',
      afterDeath: true,
      interruptedRuns: 2,
      dueJobs: 40,
      setIds: [1],
    };
    const { stdout } = await world.proofline(['status']);
    expect(stdout).toContain(
      'The process before this one died: 2 runs cut off in the middle, 40 jobs due; all of it goes on by itself since 2026-05-04 08:00:00',
    );
    expect(stdout).toContain('to take it back instead: npm run proofline -- rollback set 1 --reason "interrupted"');

    const [overview] = world.state.overviews;
    world.state.overviews = [{ ...overview!, byState: { 'in-review': 5 } }];
    expect((await world.proofline(['status'])).stdout).not.toContain('cut off');
  });

  test('crash reports are counted, and the newest is named with its path', async () => {
    expect((await world.proofline(['status'])).stdout).not.toContain('crash report');
    const report = {
      at: '2026-05-04T08:00:00.000Z',
      kind: 'decoder-death',
      reason: 'ended by SIGSEGV',
      stage: 'render-photo',
      photoId: 4,
      path: '/data/crash-reports/newest.json',
    } as const;
    world.state.crashReports = [report, { ...report, path: '/data/crash-reports/older.json' }];
    const { stdout } = await world.proofline(['status']);
    expect(stdout).toContain(
      '2 crash reports, the newest of 2026-05-04 08:00:00: decoder-death at render-photo, photo 4: ended by SIGSEGV\n  /data/crash-reports/newest.json',
    );
    expect(stdout).not.toContain('older.json');
  });

  test('a status that is watched ends when nothing is under way any more', async () => {
    const [overview] = world.state.overviews;
    let looks = 0;
    world.ports.overview.recent = () => {
      looks += 1;
      return looks < 3
        ? [overview!]
        : [
            {
              ...overview!,
              byState: { 'in-review': 4, refused: 1 },
              stages: [{ stage: 'render-photo', done: 4, total: 4 }],
            },
          ];
    };
    const { code, stdout } = await world.proofline(['status', '--watch']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/render-photo 3\/4\n[\s\S]*render-photo 4\/4\n[\s\S]*at rest/);
  });

  test('a status that is watched ends with 130 after Ctrl+C', async () => {
    let looks = 0;
    const { overview } = world.ports;
    const recent = overview.recent.bind(overview);
    world.ports.overview.recent = (limit) => {
      looks += 1;
      return recent(limit);
    };
    const child = world.spawnCli(['status', '--watch']);
    await vi.waitFor(() => expect(looks).toBeGreaterThan(1), { timeout: 120_000 });
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
  });
});
