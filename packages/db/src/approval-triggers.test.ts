import { describe, expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, reviewer, sha256, type TestStores } from './test-stores.ts';

/** What other programs may not do with SQL, and what voids an approval when they do it. */

function approvedPhoto(): TestStores & { readonly revisionHash: string } {
  const stores = openTestStores();
  addSet(stores);
  settle(stores, { files: ['1.jpg', '2.jpg'] });
  const { revisionHash } = stores.reviews.view(1);
  stores.reviews.approve(1, { revisionHash }, reviewer);
  return { ...stores, revisionHash };
}

const insertPublication = (
  { sql }: TestStores,
  { photoId, revisionHash, state = 'queued' }: { photoId: number; revisionHash: string; state?: string },
) =>
  sql
    .prepare(
      `INSERT INTO publications (photo_id, target, revision_hash, state, file_name, web_path, thumb_path, requested_by, requested_at)
       VALUES (?, 'directory', ?, ?, 'a.JPG', '2025/a.JPG', '2025/thumbs/a.JPG', 'x', '2026-01-01T00:00:00.000Z')`,
    )
    .run(photoId, revisionHash, state);

describe('a publication', () => {
  const refused = 'publication refused: no valid approval covers this revision of the photo';

  test('of an approved revision is let in', () => {
    const stores = approvedPhoto();
    expect(insertPublication(stores, { photoId: 1, revisionHash: stores.revisionHash }).changes).toBe(1);
  });

  test.each(['queued', 'uploading', 'published', 'withdrawn', 'failed'])(
    'cannot be inserted as %s without an approval',
    (state) => {
      const stores = approvedPhoto();
      const { revisionHash } = stores.reviews.view(2);
      expect(() => insertPublication(stores, { photoId: 2, revisionHash, state })).toThrow(refused);
    },
  );

  test('of another revision than the approved one is refused', () => {
    const stores = approvedPhoto();
    expect(() => insertPublication(stores, { photoId: 1, revisionHash: sha256('other') })).toThrow(refused);
  });

  test('is refused where the review says approved and no approval is on record', () => {
    const stores = approvedPhoto();
    const { revisionHash } = stores.reviews.view(2);
    stores.sql
      .prepare(
        `UPDATE reviews SET status = 'approved', decided_by = 'x', decided_at = '2026-01-01T00:00:00.000Z', revision_hash = ? WHERE photo_id = 2`,
      )
      .run(revisionHash);
    expect(() => insertPublication(stores, { photoId: 2, revisionHash })).toThrow(refused);
  });

  test('is refused with an approval on record that no longer holds', () => {
    const stores = approvedPhoto();
    stores.reviews.edit(1, { caption: 'Other words' }, reviewer);
    expect(() => insertPublication(stores, { photoId: 1, revisionHash: stores.revisionHash })).toThrow(refused);
  });

  test.each(['uploading', 'published'])('cannot go on to %s once its approval is void', (state) => {
    const stores = approvedPhoto();
    stores.publications.publish([1], operator);
    stores.sql.exec(`UPDATE photo_metadata SET fields = '{"description":"Other words"}' WHERE layer = 'inferred'`);
    expect(() => stores.sql.exec(`UPDATE publications SET state = '${state}'`)).toThrow(refused);
    stores.sql.exec(`UPDATE publications SET state = 'failed'`);
    expect(() => stores.sql.exec(`UPDATE publications SET state = '${state}'`)).toThrow(refused);
  });

  test('cannot be handed to another photo or revision', () => {
    const stores = approvedPhoto();
    stores.publications.publish([1], operator);
    expect(() => stores.sql.exec(`UPDATE publications SET photo_id = 2`)).toThrow(refused);
    expect(() => stores.sql.exec(`UPDATE publications SET revision_hash = '${sha256('x')}'`)).toThrow(refused);
  });
});

/** As another program does it: REPLACE meets delete triggers only with recursive triggers on. */
const replacing = 'PRAGMA recursive_triggers = OFF; REPLACE';

describe('an approval is void after a change in SQL of', () => {
  const changes: readonly (readonly [string, string, RegExp])[] = [
    [
      'the drafted text',
      `UPDATE photo_metadata SET fields = json_set(fields, '$.description', 'B') WHERE layer = 'inferred'`,
      /text/,
    ],
    ['what the file says', `UPDATE photo_metadata SET fields = '{}' WHERE layer = 'file'`, /text/],
    ['the person layer', `INSERT INTO photo_metadata VALUES (1, 'person', '{"description":"B"}')`, /text/],
    ['a layer that is gone', `DELETE FROM photo_metadata WHERE photo_id = 1 AND layer = 'inferred'`, /text/],
    ['the web image', `UPDATE renditions SET sha256 = '${sha256('b')}' WHERE kind = 'web'`, /image/],
    ['the thumbnail', `UPDATE renditions SET width_px = 1 WHERE kind = 'web-thumb'`, /image/],
    ['an image that is gone', `DELETE FROM renditions WHERE kind = 'web'`, /image/],
    [
      'an image that takes the place of another',
      `UPDATE OR REPLACE renditions SET kind = 'web' WHERE kind = 'model-input'`,
      /image/,
    ],
    ['the file name', `UPDATE file_names SET name = 'B.JPG' WHERE photo_id = 1`, /name/],
    ['a name that is gone', `DELETE FROM file_names WHERE photo_id = 1`, /name/],
    [
      'an image that another program replaced',
      `${replacing} INTO renditions SELECT photo_id, kind, path, '${sha256('b')}', 1, 1, 1 FROM renditions WHERE kind = 'web'`,
      /image/,
    ],
    ['a second name', `INSERT INTO file_names VALUES ('b', 'B.JPG', 'b', 1, 'retired', 1, 1)`, /name/],
    [
      'a rating that another program replaced',
      `${replacing} INTO quality_ratings VALUES (1, 10, 'Top', 'measured')`,
      /rating/,
    ],
    [
      'one more measurement',
      `INSERT INTO quality_measurements VALUES (1, 'nimaScore', 1, 'proxy', 'x', '1')`,
      /measurement/,
    ],
    ['a measurement that is gone', `DELETE FROM quality_measurements WHERE photo_id = 1`, /measurement/],
    ['the rating', `UPDATE quality_ratings SET rating = 10`, /rating/],
    ['a rating that is gone', `DELETE FROM quality_ratings`, /rating/],
    ['a measurement', `UPDATE quality_measurements SET value = 1`, /measurement/],
    ['the original name', `UPDATE photos SET original_file_name = 'b.jpg' WHERE id = 1`, /record/],
    ['the place of the set', `UPDATE photo_sets SET location = 'Utrecht'`, /set/],
  ];

  test.each(changes)('%s', (_what, statement, reason) => {
    const stores = approvedPhoto();
    stores.sql.exec(statement);
    expect(
      stores.sql.prepare('SELECT status, revision_hash, void_reason FROM reviews WHERE photo_id = 1').get(),
    ).toEqual({
      status: 'pending',
      revision_hash: null,
      void_reason: expect.stringMatching(reason),
    });
    expect(column(stores, 'SELECT count(*) FROM approvals')).toEqual([1]);
    expect(stores.publications.publish([1], operator).items[0]?.blockedBy).not.toEqual([]);
    expect(column(stores, 'SELECT count(*) FROM publications')).toEqual([0]);
  });

  test('nothing that is published, an approval holds', () => {
    const stores = approvedPhoto();
    stores.sql.exec(`UPDATE renditions SET path = path || 'x' WHERE kind = 'review-preview'`);
    stores.sql.exec(`DELETE FROM renditions WHERE kind = 'luma-plane'`);
    stores.sql.exec(`UPDATE photos SET working_path = NULL`);
    expect(stores.dossiers.get(1).review?.status).toBe('approved');
  });
});

describe('append-only:', () => {
  test.each(['events', 'approvals'])(
    '%s are never changed, deleted or replaced, recursive triggers or not',
    (table) => {
      const stores = approvedPhoto();
      for (const recursive of ['ON', 'OFF']) {
        stores.sql.pragma(`recursive_triggers = ${recursive}`);
        const [id] = column<number>(stores, `SELECT max(id) FROM ${table}`);
        const before = stores.sql.prepare(`SELECT * FROM ${table}`).all();
        expect(() => stores.sql.exec(`UPDATE ${table} SET id = id + 1000`)).toThrow('append-only');
        expect(() => stores.sql.exec(`DELETE FROM ${table}`)).toThrow('append-only');
        expect(() => stores.sql.exec(`REPLACE INTO ${table} SELECT * FROM ${table} WHERE id = ${id}`)).toThrow(
          'append-only',
        );
        expect(stores.sql.prepare(`SELECT * FROM ${table}`).all()).toEqual(before);
      }
    },
  );
});

describe('a name that was published', () => {
  function published(): TestStores {
    const stores = approvedPhoto();
    stores.publications.publish([1], operator);
    settle(stores);
    expect(column(stores, 'SELECT state FROM file_names WHERE photo_id = 1')).toEqual(['published']);
    return stores;
  }

  test('is never given back and never given to another photo', () => {
    const stores = published();
    expect(() => stores.sql.exec(`DELETE FROM file_names WHERE photo_id = 1`)).toThrow('never given back');
    expect(() => stores.sql.exec(`UPDATE file_names SET state = 'reserved' WHERE photo_id = 1`)).toThrow('never given');
    expect(() => stores.sql.exec(`UPDATE file_names SET photo_id = 2 WHERE photo_id = 1`)).toThrow('never given');
    stores.sql.pragma(`recursive_triggers = OFF`);
    const replace = `REPLACE INTO file_names SELECT folded_key, name, series_key, sequence, 'reserved', 2, 1 FROM file_names WHERE photo_id = 1`;
    expect(() => stores.sql.exec(replace)).toThrow('never given');
  });

  test('is retired when the photo is withdrawn, and stays taken', () => {
    const stores = published();
    const { fileName } = stores.dossiers.get(1);
    stores.publications.withdraw(1, 'the client asked', reviewer);
    settle(stores);
    expect(stores.sql.prepare('SELECT name, state FROM file_names WHERE photo_id = 1').get()).toEqual({
      name: fileName,
      state: 'retired',
    });
    const again = addSet(stores);
    settle(stores, { files: ['1.jpg'] });
    expect(stores.overview.set(again.id).byState).toEqual({ 'in-review': 1 });
    expect(stores.reviews.list({ setId: again.id })[0]?.fileName).not.toBe(fileName);
  });
});
