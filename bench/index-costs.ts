import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { emptyReviewDatabase } from './million-photos.ts';
import { quantile, rounded, type Row } from './report.ts';

const INDEXES = [
  'photos_by_state',
  'photos_of_set',
  'publications_standing',
  'publications_by_day',
  'quality_ratings_by_band',
  'photo_metadata_cameras',
  'text_judgements_with_findings',
  'events_of_edits',
] as const;
const ROUNDS = 3;
const PER_TRANSACTION = 100;
/** What a photo's state is on its way. */
const STATES = ['running', 'waiting', 'in-review', 'published'] as const;

/** CPU of the rows that a photo leaves, with all these indexes, with none and, `each`, with each one missing; in turns, and the median of the rounds. */
export function indexCosts(photos: number, { each }: { readonly each: boolean }): readonly Row[] {
  const variants: readonly (readonly string[])[] = [[], INDEXES, ...(each ? INDEXES.map((name) => [name]) : [])];
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    // The order turns with each round, so that no variant has the warm machine for itself.
    const turned = variants.map((_variant, index) => variants[(index + round) % variants.length]!);
    return new Map(turned.map((dropped) => [dropped, cpuMsWithout(dropped, photos)]));
  });
  const median = (dropped: readonly string[]) =>
    quantile(
      rounds.map((round) => round.get(dropped)!),
      0.5,
    );
  const [all, none] = [median(variants[0]!), median(variants[1]!)];
  return variants.map((dropped) => ({
    without: dropped.length === 0 ? 'nothing, all eight are there' : dropped.length > 1 ? 'all eight' : dropped[0]!,
    'µs per photo': rounded((median(dropped) * 1000) / photos),
    'all eight / this': rounded(all / median(dropped), 3),
    'this / none': rounded(median(dropped) / none, 3),
  }));
}

function cpuMsWithout(dropped: readonly string[], photos: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-indexes-'));
  const file = join(folder, 'review.db');
  emptyReviewDatabase(file);
  const sqlite = new Database(file);
  try {
    sqlite.pragma('synchronous = OFF');
    for (const name of dropped) sqlite.exec(`DROP INDEX ${name}`);
    const before = process.cpuUsage();
    insert(sqlite, photos);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  } finally {
    sqlite.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function insert(sqlite: Database.Database, photos: number): void {
  const at = '2026-05-04T09:00:00.000Z';
  sqlite.exec(`INSERT INTO runs VALUES (1, 'closed', '${at}', 'Bench');
    INSERT INTO photo_sets (id, run_id, source_folder, include_subfolders, subject, location, folder_key, captioner, on_blocked, state, stage, requested_by, created_at)
    VALUES (1, 1, '/photos', 1, 'Subject', 'Place', 'nature', 'template', 'pause', 'accepted', 'reserve-file-names', 'Bench', '${at}')`);
  const statements = [
    `INSERT INTO photos (id, set_id, position, source_path, source_relative_path, original_file_name, source_bytes, content_sha256, stage, state)
     VALUES (@n, 1, @n, '/photos/' || @n, @n, 'IMG_' || @n, 1, @hash, 'render-photo', 'queued')`,
    `INSERT INTO photo_metadata VALUES (@n, 'file', json_object('make', 'Canon', 'model', 'EOS R' || (@n % 7), 'dateTimeOriginal', (2005 + @n % 20) || '-06-01'))`,
    `INSERT INTO photo_metadata VALUES (@n, 'inferred', json_object('description', 'lake word' || @n))`,
    `INSERT INTO file_names VALUES ('name_' || @n, 'Name_' || @n, 'name', @n, 'reserved', @n, 1)`,
    `INSERT INTO quality_ratings VALUES (@n, 5, CASE @n % 3 WHEN 0 THEN 'Top' ELSE 'Good' END, 'proxy')`,
    `INSERT INTO reviews (photo_id, status, revision_hash) VALUES (@n, 'pending', @hash)`,
    `INSERT INTO text_judgements (photo_id, revision_hash, gate_version, findings, confidence, overall_confidence, judged_at)
     VALUES (@n, @hash, 1, CASE @n % 10 WHEN 0 THEN '[{}]' ELSE '[]' END, '{}', 1, '${at}')`,
    ...STATES.map((state) => `UPDATE photos SET state = '${state}' WHERE id = @n`),
    ...['photo.accepted', 'photo.measured', 'review.opened', 'review.edited'].map(
      (kind) => `INSERT INTO events (at, actor, kind, photo_id, detail) VALUES ('${at}', 'Bench', '${kind}', @n, '{}')`,
    ),
  ].map((sql) => sqlite.prepare<{ n: number; hash?: string }>(sql));
  const some = sqlite.transaction((from: number) => {
    for (let n = from; n < Math.min(from + PER_TRANSACTION, photos + 1); n += 1) {
      const hash = n.toString(16).padStart(64, '0');
      for (const statement of statements) statement.run({ n, hash });
    }
  });
  for (let from = 1; from <= photos; from += PER_TRANSACTION) some(from);
}
