import { analyticsNames } from '@proofline/domain/analytics.ts';
import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, nothingFound, openTestStores, operator, reviewer } from './test-stores.ts';

test('an empty catalogue gives empty tables, and none of them fails', () => {
  const { analytics } = openTestStores();
  expect(analyticsNames.map((name) => analytics.read(name).rows)).toEqual(analyticsNames.map(() => []));
});

test('each table counts what is there', () => {
  const stores = openTestStores({
    judge: (...asked) => ({
      ...nothingFound(...asked),
      findings: [{ rule: 'too-short', severity: 'warn', field: 'caption', reason: 'short', spans: [] } as never],
    }),
  });
  addSet(stores);
  settle(stores, {
    files: ['1.jpg', '2.jpg', '3.jpg'],
    outcome: ({ stage, subject }) =>
      stage === 'draft-text' && subject.id === 3
        ? { kind: 'discarded', error: { class: 'Timeout', text: 'slow' } }
        : undefined,
  });
  stores.reviews.edit(1, { caption: 'One' }, reviewer);
  stores.reviews.edit(1, { caption: 'Two', headline: 'H' }, reviewer);
  stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, reviewer);
  stores.publications.publish([1], operator);
  settle(stores);
  const rows = (name: (typeof analyticsNames)[number]) => stores.analytics.read(name).rows;
  expect(rows('catalogue-growth')).toEqual([{ day: '2026-01-01', published: 1, total: 1 }]);
  expect(rows('quality-bands')).toEqual([{ band: 'Top', photos: 3 }]);
  expect(rows('cameras-by-year')).toEqual([{ year: '2025', camera: 'Canon_EOS_R5', photos: 3 }]);
  expect(rows('failures')).toEqual([{ state: 'discarded', stage: 'draft-text', code: 'Timeout', photos: 1 }]);
  expect(rows('gate-findings')).toEqual([{ rule: 'too-short', severity: 'warn', findings: 2 }]);
  expect(rows('field-edits')).toEqual([
    { field: 'description', edits: 2, photos: 1 },
    { field: 'headline', edits: 1, photos: 1 },
  ]);
  const times = stores.analytics.read('stage-times').rows;
  expect(times.find(({ stage }) => stage === 'render-photo')).toMatchObject({ runId: 1, attempts: 3 });
  expect(times.every(({ totalMs, longestMs }) => totalMs > 0 && longestMs <= totalMs)).toBe(true);
});

test('of a year with many cameras five are named and the rest counted together', () => {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg', '6.jpg', '7.jpg'] });
  stores.sql.exec(
    `UPDATE photo_metadata SET fields = json_set(fields, '$.model', 'X' || photo_id, '$.make', 'Fujifilm') WHERE layer = 'file'`,
  );
  const { rows } = stores.analytics.read('cameras-by-year');
  expect(rows).toHaveLength(6);
  expect(rows.at(-1)).toEqual({ year: '2025', camera: 'Other', photos: 2 });
});

test('no table is read from end to end but by an index made for it', () => {
  const stores = openTestStores();
  const scans = (name: string) =>
    (stores.sql.prepare(`EXPLAIN QUERY PLAN ${name}`).all() as { detail: string }[])
      .map(({ detail }) => detail)
      .filter((detail) => /^SCAN (?!.*INDEX)/.test(detail));
  expect(
    scans(`SELECT substr(requested_at, 1, 10), count(*) FROM publications WHERE state = 'published' GROUP BY 1`),
  ).toEqual([]);
  expect(scans(`SELECT band, count(*) FROM quality_ratings GROUP BY band`)).toEqual([]);
});
