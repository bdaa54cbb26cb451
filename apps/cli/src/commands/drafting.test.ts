import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCliWorld, type CliWorld } from '../testing/cli-world.ts';

let world: CliWorld;
beforeEach(async () => {
  world = await openCliWorld();
});
afterEach(() => world.server.close());

test('captioners says who can draft, and what stands in the way of the others', async () => {
  const { code, stdout } = await world.proofline(['captioners']);
  expect(code).toBe(0);
  expect(stdout).toContain('template (usual): can draft');
  expect(stdout).toContain('ollama: cannot draft\n  model-missing: there is no model qwen3-vl:4b-instruct');
});

test('suggest-subject asks until the model is done, and prints what it says', async () => {
  const suggestion = {
    subject: 'Frozen Lake',
    confidence: 0.82,
    detail: 'Ice and reed',
    captioner: 'ollama',
    model: 'm',
  };
  world.state.suggestions.push(null, null, suggestion);
  const { code, stdout } = await world.proofline(['suggest-subject', '.', '--captioner', 'ollama']);
  expect([code, stdout]).toEqual([0, 'Frozen Lake  (82 % by its own word, m)\n  Ice and reed\n']);
  expect(world.state.suggestionsAsked).toHaveLength(3);
  expect(world.state.suggestionsAsked[0]).toMatchObject({ captioner: 'ollama', includeSubfolders: true });
});

test('a redraft is shown beside what is there and taken field by field', async () => {
  const redrafted = await world.proofline(['review', 'redraft', '1', '--hint', 'mind the skaters']);
  expect(redrafted.code).toBe(0);
  expect(redrafted.stdout).toContain('caption   Thin ice with two skaters far away');
  expect(redrafted.stdout).toContain('review take 1 1 --fields caption,alt-text,keywords');
  expect(world.state.redrafts).toMatchObject([{ photoId: 1, hint: 'mind the skaters' }]);
  expect(world.ports.reviews.view(1).published.caption).toBe('Frozen lake number 1');

  const taken = await world.proofline(['review', 'take', '1', '1', '--fields', 'caption']);
  expect(taken.stdout).toContain('photo 1 now reads: "Thin ice with two skaters far away"');
  expect(world.state.redrafts).toMatchObject([{ takenFields: ['caption'] }]);
});

test('fields that are none are refused before anything is asked', async () => {
  const { code, stderr } = await world.proofline(['review', 'take', '1', '1', '--fields', 'title']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('Fields are caption,alt-text,keywords.')]);
});
