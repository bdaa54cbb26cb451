import { openStores } from '@proofline/db/open-stores.ts';
import type Database from 'better-sqlite3';
import { GATE_VERSION } from '@proofline/domain/text-gate/run-gate.ts';
import { usualRuling } from '@proofline/domain/text-gate/gate-settings.ts';

const PER_SET = 1000;
/** Every twelfth set has something that waits for review, as after a busy week; the rest is on the site. */
const PENDING_PER_MILLE = 5;

/** A word that nine of ten photos have. */
export const FREQUENT = 'lake';
/** Each in half of the photos, and in none together. */
export const APART = ['morning', 'evening'] as const;
/** In one photo of a thousand. */
export const RARE = 'heron';

/**
 * Fills an empty review database with `photos` that were published and some that wait for review, as the pipeline leaves them: set, photo, name, three
 * layers, rating, review, judgement, and so the index of words. Straight by SQL, so that a million takes minutes.
 */
export function fillWithPhotos(sqlite: Database.Database, photos: number): void {
  const at = '2026-05-04T09:00:00.000Z';
  const hash = `printf('%064x', n)`;
  const numbers = `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${photos})`;
  const isPending = `(n % 1000 < ${PENDING_PER_MILLE})`;
  const judgements = `${numbers} INSERT INTO text_judgements (photo_id, revision_hash, gate_version, ruling_version, findings, confidence, overall_confidence, judged_at)
     SELECT n, ${hash}, ${GATE_VERSION}, '${usualRuling.version}', '[]', '{"caption":1,"altText":1,"keywords":1,"overall":1}', (n % 100) / 100.0, '${at}' FROM numbers`;
  const statements = [
    `INSERT INTO runs (id, state, opened_at, opened_by) VALUES (1, 'closed', '${at}', 'Bench')`,
    `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${Math.ceil(photos / PER_SET)})
     INSERT INTO photo_sets (id, run_id, source_folder, include_subfolders, subject, location, folder_key, captioner, on_blocked, state, stage, requested_by, created_at, names_reserved_at)
     SELECT n, 1, '/photos/' || n, 1, 'Subject ' || n, 'Place ' || (n % 97), 'nature', 'template', 'pause', 'accepted', 'reserve-file-names', 'Bench', '${at}', '${at}' FROM numbers`,
    `${numbers} INSERT INTO photos (id, set_id, position, source_path, source_relative_path, original_file_name, source_bytes, content_sha256, stage, state)
     SELECT n, (n - 1) / ${PER_SET} + 1, (n - 1) % ${PER_SET}, '/photos/' || n || '.JPG', n || '.JPG', 'IMG_' || n || '.JPG', 8000000, ${hash},
       CASE WHEN ${isPending} THEN 'open-review' ELSE 'release-workspace' END, CASE WHEN ${isPending} THEN 'in-review' ELSE 'published' END FROM numbers`,
    `${numbers} INSERT INTO file_names (folded_key, name, series_key, sequence, state, photo_id, epoch)
     SELECT 'subject_place_' || n, 'Subject_Place_' || n || '.JPG', 'subject_place', n, CASE WHEN ${isPending} THEN 'reserved' ELSE 'published' END, n, 1 FROM numbers`,
    `${numbers} INSERT INTO photo_metadata (photo_id, layer, fields)
     SELECT n, 'file', json_object('make', 'Canon', 'model', 'EOS R' || (n % 7), 'dateTimeOriginal', (2005 + n % 20) || '-06-01T12:00:00') FROM numbers`,
    `${numbers} INSERT INTO photo_metadata (photo_id, layer, fields)
     SELECT n, 'inferred', json_object('description',
       CASE WHEN n % 10 > 0 THEN '${FREQUENT} ' ELSE 'field ' END || CASE n % 2 WHEN 0 THEN '${APART[0]} ' ELSE '${APART[1]} ' END ||
       CASE WHEN n % 1000 = 7 THEN '${RARE} ' ELSE '' END || 'word' || (n % 5003) || ' under wide light with trees ' || (n % 89),
       'keywords', json_array('nature', 'word' || (n % 701), 'tone' || (n % 53))) FROM numbers`,
    `${numbers} INSERT INTO quality_ratings (photo_id, rating, band, origin) SELECT n, (n % 90) / 10.0, CASE n % 3 WHEN 0 THEN 'Top' WHEN 1 THEN 'Good' ELSE 'Low' END, 'proxy' FROM numbers`,
    `${numbers} INSERT INTO reviews (photo_id, status, revision_hash, decided_by, decided_at)
     SELECT n, CASE WHEN ${isPending} THEN 'pending' ELSE 'approved' END, ${hash}, CASE WHEN ${isPending} THEN NULL ELSE 'Bench' END, CASE WHEN ${isPending} THEN NULL ELSE '${at}' END FROM numbers`,
    `INSERT INTO renditions (photo_id, kind, path, sha256, bytes, width_px, height_px)
     SELECT p.id, kind.value, 'work/' || p.id || '-' || kind.value, printf('%064x', p.id), 150000, 1500, 1000
     FROM photos p, json_each('["review-preview", "grid-thumb", "web", "web-thumb"]') kind WHERE p.state = 'in-review'`,
  ];
  const tables = ['photos', 'file_names', 'photo_metadata', 'quality_ratings', 'reviews'];
  withoutIndexes(sqlite, tables, () =>
    sqlite.transaction(() => {
      for (const statement of statements) sqlite.exec(statement);
    })(),
  );
  // Its triggers look each photo up.
  sqlite.exec(judgements);
  sqlite.exec('ANALYZE');
}

/** An index that is made of sorted rows at the end takes a fraction of one that grows with each row. */
function withoutIndexes(sqlite: Database.Database, tables: readonly string[], fill: () => void): void {
  const indexes = sqlite
    .prepare<[string], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(tables));
  for (const { name } of indexes) sqlite.exec(`DROP INDEX ${name}`);
  fill();
  for (const { sql } of indexes) sqlite.exec(sql);
}

/** A review database of the newest schema without a row. */
export function emptyReviewDatabase(file: string): void {
  openStores({
    file,
    target: 'directory',
    now: () => new Date(),
    compose: () => null as never,
    judge: () => null as never,
  }).close();
}
