import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCliWorld, type CliWorld } from '../testing/cli-world.ts';

let world: CliWorld;
beforeEach(async () => {
  world = await openCliWorld();
});
afterEach(() => world.server.close());

describe('review', () => {
  test('the list shows caption and group within 80 columns', async () => {
    const { code, stdout } = await world.proofline(['review', 'list']);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[1]).toMatch(/^ +1 +pending +~7\.25 +Good +burst 1 2\/2 +100 % +Frozen lake number 1$/);
    expect(lines[3]).toMatch(/Good +=1 +100 %/);
    expect(lines).toContain('  ~ in part by stand-in formulas, not measured');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('the list marks texts that were drafted without a model, and says what that means', async () => {
    await world.proofline(['review', 'redraft', '2', '--no-wait']);
    const view = world.ports.reviews.view(2);
    const draft = { ...world.state.redrafts[0]!.draft!, captioner: 'template', model: null };
    world.state.views.set(2, { ...view, dossier: { ...view.dossier, draft } });
    const { stdout } = await world.proofline(['review', 'list']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[2]).toMatch(/ 100 %° +Frozen lake number 2$/);
    expect(lines[1]).not.toContain('°');
    expect(lines).toContain('  ° drafted without a model: words of the set and the camera, nobody looked at the photo');
    const { stdout: json } = await world.proofline(['review', 'list', '--json']);
    expect(JSON.parse(json)).toMatchObject([{}, { draftedBy: { captioner: 'template', model: null } }, {}]);
  });

  test('the list can be held to a group, to what is left of bursts, and to what others show', async () => {
    const idsOf = async (...options: readonly string[]) => {
      const { stdout } = await world.proofline(['review', 'list', ...options, '--json']);
      return (JSON.parse(stdout) as { photoId: number }[]).map(({ photoId }) => photoId);
    };
    expect(await idsOf('--group', '1')).toEqual([1, 2]);
    expect(await idsOf('--frames', 'others')).toEqual([1]);
    expect(await idsOf('--lookalikes')).toEqual([3]);
    expect((await world.proofline(['review', 'list', '--band', 'Splendid'])).stderr).toContain(
      'Allowed choices are Top',
    );
  });

  test('showing a photo says who measured what, how it stands in its group, and what shows the same', async () => {
    const { stdout } = await world.proofline(['review', 'show', '1']);
    for (const text of [
      'burst 1 of 2 (2 1): rank 2, 50 % as sharp as the',
      '31 of 100; soft: sharpest tile p12',
      'not measured: no NIMA model is configured',
    ])
      expect(stdout).toContain(text);
    expect((await world.proofline(['review', 'show', '3'])).stdout).toContain(
      'warns  Picture: the same picture as photo 1 of set 1 (published, Frozen_Lake_1.JPG)',
    );
  });

  test('showing a photo names every published field, the preview file and the revision', async () => {
    const { stdout } = await world.proofline(['review', 'show', '2']);
    for (const text of [
      'Frozen lake number 2',
      'A frozen lake under a pale winter sky',
      'lake, ice, winter',
      '7.25 Good (proxy)',
      join(world.folder.root, 'work', 'p2', 'review-preview.jpg'),
    ])
      expect(stdout).toContain(text);
    expect(stdout).toContain(
      `npm run proofline -- review approve 2@${world.ports.reviews.view(2).revisionHash.slice(0, 10)}`,
    );
  });

  test('photos are approved by id, at the revision that is there', async () => {
    const { code, stdout } = await world.proofline(['review', 'approve', '1', '3']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^photo 1 approved: .*\nphoto 3 approved: .*\n$/)]);
    expect([...world.state.statuses.values()]).toEqual(['approved', 'pending', 'approved']);
  });

  test('a photo that changed since it was shown is not approved', async () => {
    const seen = world.ports.reviews.view(1).revisionHash.slice(0, 10);
    await world.proofline(['review', 'edit', '1', '--caption', 'Another lake']);
    const { code, stderr } = await world.proofline(['review', 'approve', `1@${seen}`]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(`photo 1: changed since revision ${seen} and was not approved`),
    ]);
    expect(world.state.statuses.get(1)).toBe('pending');
  });

  test('one photo that is refused does not keep the others from being approved', async () => {
    const { code, stderr } = await world.proofline(['review', 'approve', '77', '2']);
    expect([code, stderr]).toEqual([1, 'photo 77 is not in review\n']);
    expect(world.state.statuses.get(2)).toBe('approved');
  });

  test('all photos are approved only by somebody who says to have looked', async () => {
    const asked = await world.proofline(['review', 'approve', '--all']);
    expect(asked).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('Frozen lake number 3'),
      stderr: expect.stringContaining('--yes'),
    });
    expect([...world.state.statuses.values()]).toEqual(['pending', 'pending', 'pending']);
    expect(await world.proofline(['review', 'approve', '--all', '--yes'])).toMatchObject({ code: 0 });
    expect([...world.state.statuses.values()]).toEqual(['approved', 'approved', 'approved']);
  });

  test.each([[['review', 'approve']], [['review', 'approve', '1', '--all', '--yes']]])(
    '%j says too little or too much',
    async (args) => {
      expect(await world.proofline(args)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('nothing was approved'),
      });
      expect([...world.state.statuses.values()]).toEqual(['pending', 'pending', 'pending']);
    },
  );

  test('an edit sends exactly what was asked for', async () => {
    await world.proofline([
      'review',
      'edit',
      '1',
      '--caption',
      'A lake',
      '--keywords',
      'ice, lake,,winter',
      '--rating',
      '8.5',
      '--reset',
      'alt-text,headline',
    ]);
    expect(world.state.events.at(-1)).toMatchObject({
      kind: 'review.edited',
      actor: 'Olga',
      detail: {
        caption: 'A lake',
        keywords: ['ice', 'lake', 'winter'],
        qualityRating: 8.5,
        altText: null,
        headline: null,
      },
    });
    expect(await world.proofline(['review', 'edit', '1'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('nothing was changed'),
    });
  });

  test('a rejection carries its reason', async () => {
    expect(await world.proofline(['review', 'reject', '2', '--reason', 'blurred'])).toMatchObject({
      code: 0,
      stdout: 'photo 2 rejected\n',
    });
    expect(world.state.events.at(-1)).toMatchObject({ kind: 'review.rejected', detail: { reason: 'blurred' } });
  });

  test('what blocks a text is shown where it stands, and refuses the approval with its words', async () => {
    block(world, 2);
    const list = await world.proofline(['review', 'list']);
    expect(list.stdout).toMatch(/2 +pending.*blocked/);
    const { stdout } = await world.proofline(['review', 'show', '2']);
    expect(stdout).toContain('blocks  Caption: "lake" is made to be wrong (rule made-up)');
    expect(stdout).toContain('Frozen [lake] number 2');

    const { code, stderr } = await world.proofline(['review', 'approve', '2']);
    expect(code).not.toBe(0);
    expect(stderr).toContain('"lake" is made to be wrong (rule made-up)');
    expect(stderr).toContain(
      'photo 2 was not approved, and nothing of it was changed. Mend the text: npm run proofline',
    );
    expect(stderr).toContain('review approve 2 --override made-up "NOTE"');
    expect(world.state.statuses.get(2)).toBe('pending');
  });

  test('a photo without a text offers another draft, not an override', async () => {
    const view = world.ports.reviews.view(2);
    world.state.views.set(2, { ...view, blockers: ['the caption is empty'] });
    const { code, stderr } = await world.proofline(['review', 'approve', '2']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('photo 2: the caption is empty')]);
    expect(stderr).toContain('or have it drafted again: npm run proofline -- review redraft 2 --hint "…"');
    expect(stderr).not.toContain('--override');
  });

  test('a person overrides a rule by its name with a note, for one photo', async () => {
    block(world, 2);
    const override = ['--override', 'made-up', 'it is a lake'];
    expect(await world.proofline(['review', 'approve', '1', '2', ...override])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('name exactly one'),
    });
    expect(await world.proofline(['review', 'approve', '2', '--override', 'made-up'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('a rule and a note'),
    });
    expect(world.state.statuses.get(2)).toBe('pending');
    expect(await world.proofline(['review', 'approve', '2', ...override])).toMatchObject({ code: 0 });
    expect(world.state.statuses.get(2)).toBe('approved');
  });
});

/** Gives the caption of a photo a finding that blocks it. */
function block({ state }: CliWorld, photoId: number): void {
  const view = state.views.get(photoId)!;
  const finding = {
    rule: 'made-up',
    field: 'caption',
    severity: 'block',
    span: { start: 7, end: 11 },
    reason: '"lake" is made to be wrong',
  } as const;
  state.views.set(photoId, { ...view, judgement: { ...view.judgement, findings: [finding] } });
}
