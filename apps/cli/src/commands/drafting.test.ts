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

test.each([
  [1, /GPU: 100 %$/m],
  [0.4, /GPU: 40 %; the processor does the rest, which is slow/],
  [0, /GPU: 0 %; the processor does it all, which may take a minute for each photo/],
])('captioners says what %d of a model in the GPU means', async (gpuShare, words) => {
  const report = { server: 'Ollama', model: 'm', modelDigest: null, gpuShare, answerForm: null, warnings: [] };
  world.ports.captioners.list = () => Promise.resolve([{ id: 'ollama', isUsual: true, problems: [], report }]);
  expect((await world.proofline(['captioners'])).stdout).toMatch(words);
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
  expect([code, stdout]).toEqual([
    0,
    `Frozen Lake  (82 % by its own word, m)\n  Ice and reed\nIf that is right: npm run proofline -- add "." --subject "Frozen Lake" --location … --folder …\n`,
  ]);
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
  expect(taken.stdout).toContain('review approve 1@');
  expect(world.state.redrafts).toMatchObject([{ takenFields: ['caption'] }]);
});

test('a redraft that the gate blocks says so before anything is taken', async () => {
  const { redrafts } = world.ports;
  const list = redrafts.list.bind(redrafts);
  const finding = {
    rule: 'made-up',
    field: 'altText',
    severity: 'block',
    span: { start: 0, end: 3 },
    reason: 'it is thick',
  };
  redrafts.list = (photoId) =>
    list(photoId).map(({ draft, ...rest }) => ({
      ...rest,
      draft: { ...draft!, gate: { findings: [finding] } as never },
    }));
  const { stdout } = await world.proofline(['review', 'redraft', '1']);
  expect(stdout).toContain('blocks  Alt text: it is thick (rule made-up)\nTake it, all or in part');
});

test('fields that are taken say at once what stands against them', async () => {
  await world.proofline(['review', 'redraft', '1']);
  const { reviews } = world.ports;
  const edit = reviews.edit.bind(reviews);
  const span = { start: 0, end: 4 };
  const finding = { rule: 'made-up', field: 'caption', severity: 'block', span, reason: 'it is thick' } as const;
  reviews.edit = (...asked) => {
    const view = edit(...asked);
    return { ...view, judgement: { ...view.judgement, findings: [finding] } };
  };
  const { stdout } = await world.proofline(['review', 'take', '1', '1', '--fields', 'caption']);
  expect(stdout).toContain('blocks  Caption: it is thick (rule made-up)\n          [Thin] ice with');
});

test('fields that are none are refused before anything is asked', async () => {
  const { code, stderr } = await world.proofline(['review', 'take', '1', '1', '--fields', 'title']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('Fields are caption,alt-text,keywords.')]);
});
