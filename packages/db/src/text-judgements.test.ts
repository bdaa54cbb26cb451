import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import type { JudgeText } from '@proofline/domain/text-gate/judgement.ts';
import { GATE_VERSION } from '@proofline/domain/text-gate/run-gate.ts';
import { describe, expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, column, openTestStores, reviewer, type TestStores } from './test-stores.ts';

/** Has something against captions with "ice", twice over, and against what is as alike as asked for. */
const judge: JudgeText = (_, { caption, altText }, similarTexts) => {
  const finding = (rule: string, reason: string): Finding => ({
    rule,
    field: 'caption',
    severity: 'block',
    span: { start: 0, end: 1 },
    reason,
  });
  const findings = [
    ...(caption.includes('ice') ? [finding('no-ice', 'there is ice'), finding('no-cold', 'it is cold')] : []),
    ...similarTexts('altText', altText).map(({ of, photoId }) => ({
      ...finding('alike', `${of} is alike`),
      ...(photoId !== undefined && { otherPhotoId: photoId }),
    })),
  ];
  const overall = 1 - findings.length / 10;
  return {
    gateVersion: GATE_VERSION,
    rulingVersion: 'usual',
    findings,
    confidence: { caption: overall, altText: 1, keywords: 1, overall },
  };
};

const altTexts = ['', 'Swans on still water', 'Bare trees by a road', 'Red boat in a shed'];

/** Three photos in review; each has an alt text of its own. */
function inReview(settings: Parameters<typeof openTestStores>[0] = { judge }): TestStores {
  const stores = openTestStores(settings);
  addSet(stores);
  settle(stores);
  for (const id of [1, 2, 3]) stores.reviews.edit(id, { altText: altTexts[id] ?? '' }, reviewer);
  return stores;
}

/** No photo is in a burst with another. */
function inThreeSets(): TestStores {
  const stores = openTestStores({ judge });
  for (const id of [1, 2, 3]) {
    addSet(stores, { sourceFolder: `/photos/${id}` });
    settle(stores, { files: [`IMG_${id}.JPG`] });
    stores.reviews.edit(id, { altText: altTexts[id] ?? '' }, reviewer);
  }
  return stores;
}

const approve = (stores: TestStores, photoId: number, overrides: readonly { rule: string; note: string }[] = []) =>
  stores.reviews.approve(photoId, { revisionHash: stores.reviews.view(photoId).revisionHash, overrides }, reviewer);

describe('an approval', () => {
  test('is refused with every blocking finding in words, and nothing is written', () => {
    const stores = inReview();
    stores.reviews.edit(1, { caption: 'Thin ice' }, reviewer);
    expect(() => approve(stores, 1)).toThrow(
      expect.objectContaining({
        code: 'conflict',
        problems: ['caption: there is ice (rule no-ice)', 'caption: it is cold (rule no-cold)'],
      }),
    );
    expect(() => approve(stores, 1, [{ rule: 'no-ice', note: 'it is there' }])).toThrow('rule no-cold');
    expect(column(stores, 'SELECT count(*) FROM finding_overrides')).toEqual([0]);
    expect(stores.reviews.view(1).dossier.review?.status).toBe('pending');
  });

  test('passes once each rule is overridden by name, with the note, the actor and an event of each', () => {
    const stores = inReview();
    stores.reviews.edit(1, { caption: 'Thin ice' }, reviewer);
    const overrides = [
      { rule: 'no-ice', note: 'it is there' },
      { rule: 'no-cold', note: 'it is' },
    ];
    const view = approve(stores, 1, overrides);
    expect(view.dossier.review?.status).toBe('approved');
    expect(view.overrides).toMatchObject(overrides.map((one) => ({ ...one, overriddenBy: reviewer.name })));
    const told = stores.events
      .list({ photoId: 1, limit: 1000 })
      .filter(({ kind }) => kind === 'review.finding-overridden');
    expect(told).toMatchObject(overrides.map((detail) => ({ actor: reviewer.name, detail })));
  });

  test('does not inherit the overrides of an earlier revision', () => {
    const stores = inReview();
    stores.reviews.edit(1, { caption: 'Thin ice' }, reviewer);
    const overrides = ['no-ice', 'no-cold'].map((rule) => ({ rule, note: 'because' }));
    approve(stores, 1, overrides);
    stores.reviews.edit(1, { caption: 'Thick ice' }, reviewer);
    expect(() => approve(stores, 1)).toThrow('there is ice');
    stores.reviews.edit(1, { caption: 'Thin ice' }, reviewer);
    expect(approve(stores, 1).dossier.review?.status).toBe('approved');
  });

  test('refuses an override of what blocks nothing', () => {
    const stores = inReview();
    expect(() => approve(stores, 1, [{ rule: 'no-ice', note: 'because' }])).toThrow('no finding of rule no-ice blocks');
    expect(column(stores, 'SELECT count(*) FROM approvals')).toEqual([0]);
  });

  test('is refused by the database itself, whoever asks', () => {
    const stores = inReview();
    const insert = (hash: string) =>
      stores.sql
        .prepare(
          `INSERT INTO approvals (photo_id, revision_hash, reviewer, approved_at) VALUES (1, ?, 'x', '2026-01-01T00:00:00.000Z')`,
        )
        .run(hash);
    stores.reviews.edit(1, { caption: 'Thin ice' }, reviewer);
    const { revisionHash } = stores.reviews.view(1);
    expect(() => insert(revisionHash)).toThrow('no override covers it');
    expect(() => insert('0'.repeat(64))).toThrow('was not judged');
    for (const rule of ['no-ice', 'no-cold'])
      stores.sql.exec(`INSERT INTO finding_overrides (photo_id, revision_hash, rule, note, overridden_by, overridden_at)
        VALUES (1, '${revisionHash}', '${rule}', 'because', 'x', '2026-01-01T00:00:00.000Z')`);
    expect(insert(revisionHash).changes).toBe(1);
    expect(() => stores.sql.exec('DELETE FROM finding_overrides')).toThrow('append-only');
    expect(() => stores.sql.exec(`UPDATE finding_overrides SET note = 'other'`)).toThrow('append-only');
  });

  test('asks again: what came between is found', () => {
    const stores = inReview();
    const { revisionHash } = stores.reviews.view(1);
    stores.reviews.edit(2, { altText: stores.reviews.view(1).published.altText }, reviewer);
    expect(() => stores.reviews.approve(1, { revisionHash }, reviewer)).toThrow('photo 2 is alike');
  });
});

describe('the list', () => {
  test('begins with what can be trusted least, page by page, and can go by photo', () => {
    const stores = inReview();
    stores.reviews.edit(3, { caption: 'Thin ice' }, reviewer);
    const idsOf = (filter: Parameters<typeof stores.reviews.list>[0]) =>
      stores.reviews.list(filter).map(({ photoId }) => photoId);
    expect(idsOf({})).toEqual([3, 1, 2]);
    expect(idsOf({ limit: 1 })).toEqual([3]);
    expect(idsOf({ limit: 1, after: 3 })).toEqual([1]);
    expect(idsOf({ after: 1 })).toEqual([2]);
    expect(idsOf({ order: 'by-photo' })).toEqual([1, 2, 3]);
    expect(stores.reviews.list({})[0]).toMatchObject({ confidence: 0.8, blockedBy: ['no-ice', 'no-cold'] });
  });

  test('holds both of two photos with the same words, and neither once one says something else', () => {
    const stores = inThreeSets();
    const blocked = () => stores.reviews.list({ order: 'by-photo' }).map(({ blockedBy }) => blockedBy.length > 0);
    const say = (photoId: number, altText: string) => stores.reviews.edit(photoId, { altText }, reviewer);
    say(2, altTexts[1]!);
    expect(blocked()).toEqual([true, true, false]);
    say(3, altTexts[1]!);
    expect(blocked()).toEqual([true, true, true]);
    say(1, altTexts[2]!);
    expect(blocked()).toEqual([false, true, true]);
    say(2, altTexts[3]!);
    expect(blocked()).toEqual([false, false, false]);
  });

  test('lets go of the words of a photo that was rejected', () => {
    const stores = inThreeSets();
    stores.reviews.edit(2, { altText: altTexts[1]! }, reviewer);
    stores.reviews.reject(2, { reason: 'blurred' }, reviewer);
    settle(stores);
    while (stores.dueJudgements.judgeSome(5) > 0);
    expect(stores.reviews.list({ status: 'pending' }).map(({ blockedBy }) => blockedBy)).toEqual([[], []]);
  });

  test('holds what an older gate judged, judged anew at the next start', () => {
    const stores = inReview({});
    expect(stores.reviews.list({}).map(({ confidence }) => confidence)).toEqual([1, 1, 1]);
    stores.sql.exec(
      'UPDATE text_judgements SET gate_version = gate_version + 1, overall_confidence = 0 WHERE photo_id = 2',
    );
    stores.sql.exec('DELETE FROM text_judgements WHERE photo_id = 3');
    const reopened = stores.reopen();
    expect(reopened.reviews.list({}).map(({ confidence }) => confidence)).toEqual([1, 1, 1]);
    expect(column(reopened, 'SELECT DISTINCT gate_version FROM text_judgements')).toEqual([GATE_VERSION]);
  });

  test('is judged anew when the operator wants texts judged otherwise, and what was decided stays', () => {
    const stores = inReview({});
    approve(stores, 3);
    const strict: JudgeText = (...asked) => ({ ...judge(...asked), rulingVersion: 'strict' });
    stores.reviews.edit(1, { caption: 'Thin ice' }, reviewer);
    const reopened = stores.reopen({ judge: strict, rulingVersion: 'strict' });
    expect(reopened.reviews.list({ status: 'pending' })).toMatchObject([
      { photoId: 1, blockedBy: ['no-ice', 'no-cold'] },
      { photoId: 2, blockedBy: [] },
    ]);
    expect(column(reopened, 'SELECT ruling_version FROM text_judgements ORDER BY photo_id')).toEqual([
      'strict',
      'strict',
      'usual',
    ]);
    expect(reopened.reviews.view(3).dossier.review?.status).toBe('approved');
  });
});
