import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCliWorld, type CliWorld } from '../testing/cli-world.ts';

let world: CliWorld;
beforeEach(async () => {
  world = await openCliWorld();
});
afterEach(() => world.server.close());

const pausedStages = () => world.state.stages.filter(({ pause }) => pause !== null).map(({ stage }) => stage);

test('a stage is paused with a reason, status says so, and resume lets it go on', async () => {
  const paused = await world.proofline(['pause', 'draft-text', 'publish-photo', '--reason', 'the model is changed']);
  expect(paused).toMatchObject({ code: 0, stdout: expect.stringContaining('draft-text, publish-photo are paused') });
  expect(paused.stdout).toContain('to go on: npm run proofline -- resume draft-text publish-photo');
  expect(pausedStages()).toEqual(['draft-text', 'publish-photo']);
  expect((await world.proofline(['status'])).stdout).toContain(
    'paused by Olga: the model is changed (draft-text, publish-photo)',
  );

  expect(await world.proofline(['resume'])).toMatchObject({ code: 0, stdout: 'all stages go on\n' });
  expect(pausedStages()).toEqual([]);
  expect((await world.proofline(['status'])).stdout).not.toContain('paused');
});

test('without a stage everything is paused, and --wait returns when nothing is under way', async () => {
  world.state.stages = world.state.stages.map((item) => ({ ...item, running: item.stage === 'draft-text' ? 1 : 0 }));
  const { list } = world.ports.stageSettings;
  let looks = 0;
  world.ports.stageSettings.list = () => {
    looks += 1;
    return looks < 3 ? list() : list().map((item) => ({ ...item, running: 0 }));
  };
  const { code, stdout } = await world.proofline(['pause', '--reason', 'moving house', '--wait']);
  expect([code, stdout]).toEqual([0, expect.stringContaining('nothing of it is under way any more')]);
  expect(stdout).toContain('all stages are paused: moving house');
  expect(looks).toBe(3);
});

test('one set is held with a reason, status says by whom and why, and resume lets it go on', async () => {
  const held = await world.proofline(['pause', '--set', '1', '--reason', 'the client calls back']);
  expect(held).toMatchObject({ code: 0, stdout: expect.stringContaining('set 1 is held: the client calls back') });
  expect(held.stdout).toContain('to go on: npm run proofline -- resume --set 1');
  expect(pausedStages()).toEqual([]);
  const { stdout } = await world.proofline(['status', '--watch']);
  expect(stdout).toMatch(/held {2}by Olga since .+: the client calls back; to go on: .* resume --set 1/);

  const resumed = await world.proofline(['resume', '--set', '1']);
  expect(resumed).toMatchObject({ code: 0, stdout: 'set 1 goes on\n' });
  expect((await world.proofline(['status'])).stdout).not.toContain('held');
});

test('a hold with --wait returns when no photo of the set is under way', async () => {
  const { set } = world.ports.overview;
  let looks = 0;
  world.ports.overview.set = (id) => {
    looks += 1;
    return { ...set(id), byState: looks < 3 ? { running: 1, queued: 2 } : { queued: 3 } };
  };
  const { code, stdout } = await world.proofline(['pause', '--set', '1', '--reason', 'moving house', '--wait']);
  expect([code, stdout]).toEqual([0, expect.stringContaining('nothing of it is under way any more')]);
  expect(looks).toBe(3);
});

test('a limit is set and taken away', async () => {
  const limitOf = () => world.state.stages.find(({ stage }) => stage === 'draft-text')?.maxConcurrency;
  expect(await world.proofline(['limit', 'draft-text', '2'])).toMatchObject({ code: 0 });
  expect(limitOf()).toBe(2);
  expect(await world.proofline(['limit', 'draft-text', 'off'])).toMatchObject({ code: 0 });
  expect(limitOf()).toBeNull();
});

test.each([
  [['pause', 'draft-txt', '--reason', 'x'], 'there is no such stage; stages are validate-set,'],
  [['limit', 'draft-text', '0'], 'allowed is a whole number from 1 to 999, or off'],
  [['pause', 'draft-text', '--set', '1', '--reason', 'x'], 'name stages or a set, not both'],
  [['resume', 'draft-text', '--set', '1'], 'name stages or a set, not both'],
  [['pause', '--set', '9', '--reason', 'x'], 'there is no set 9'],
  [['pause'], "required option '--reason <TEXT>'"],
])('%j is refused in words and changes nothing', async (args, words) => {
  const before = world.state.stages;
  const { code, stderr } = await world.proofline(args);
  expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  expect(world.state.stages).toBe(before);
});
