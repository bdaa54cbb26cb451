import { TOP_CAMERAS, type Analytics, type AnalyticsName, type AnalyticsReader } from '@proofline/domain/analytics.ts';
import { cameraToken } from '@proofline/domain/camera.ts';
import type { Statement } from 'better-sqlite3';
import type { UnitOfWork } from './unit-of-work.ts';

/** A page that is looked at by ten people is reckoned once. */
const KEPT_MS = 30_000;
/** Runs whose times are told. */
const NEWEST_RUNS = 10;

type CameraRow = {
  readonly year: string | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly photos: number;
};

export function createAnalyticsReader(unit: UnitOfWork): AnalyticsReader {
  const { sqlite } = unit;
  /** Prepared when it is first asked for: nobody else needs it. */
  const rows = <Row>(sql: string) => {
    let statement: Statement<[], Row> | undefined;
    return () => (statement ??= sqlite.prepare<[], Row>(sql)).all();
  };

  const growth = rows<{ day: string; published: number }>(
    `SELECT substr(requested_at, 1, 10) AS day, count(*) AS published FROM publications
     WHERE state = 'published' GROUP BY substr(requested_at, 1, 10) ORDER BY day`,
  );
  const cameras = rows<CameraRow>(
    `SELECT substr(fields ->> 'dateTimeOriginal', 1, 4) AS year, fields ->> 'make' AS make, fields ->> 'model' AS model,
       count(*) AS photos
     FROM photo_metadata INDEXED BY photo_metadata_cameras WHERE layer = 'file'
     GROUP BY substr(fields ->> 'dateTimeOriginal', 1, 4), fields ->> 'make', fields ->> 'model'`,
  );

  const readers: { readonly [Name in AnalyticsName]: () => Analytics[Name] } = {
    'catalogue-growth'() {
      let total = 0;
      return growth().map(({ day, published }) => ({ day, published, total: (total += published) }));
    },
    'quality-bands': rows(`SELECT band, count(*) AS photos FROM quality_ratings GROUP BY band ORDER BY photos DESC`),
    'cameras-by-year': () => topCameras(cameras()),
    'stage-times': rows(
      `SELECT runId, stage, count(*) AS attempts, sum(ms) AS totalMs, avg(ms) AS meanMs, max(ms) AS longestMs FROM (
         SELECT s.run_id AS runId, a.stage, (julianday(a.finished_at) - julianday(a.started_at)) * 86400000 AS ms
         FROM (SELECT id FROM runs ORDER BY id DESC LIMIT ${NEWEST_RUNS}) r
           CROSS JOIN photo_sets s ON s.run_id = r.id CROSS JOIN photos p ON p.set_id = s.id
           CROSS JOIN stage_attempts a ON a.subject_kind = 'photo' AND a.subject_id = p.id
         WHERE a.finished_at IS NOT NULL)
       GROUP BY runId, stage ORDER BY runId DESC, totalMs DESC`,
    ),
    failures: rows(
      `SELECT state, stage, ended_code AS code, count(*) AS photos FROM photos WHERE state IN ('refused', 'discarded')
       GROUP BY state, stage, ended_code ORDER BY photos DESC`,
    ),
    'gate-findings': rows(
      `SELECT finding.value ->> 'rule' AS rule, finding.value ->> 'severity' AS severity, count(*) AS findings
       FROM text_judgements j INDEXED BY text_judgements_with_findings, json_each(j.findings) finding
       WHERE j.findings <> '[]' GROUP BY 1, 2 ORDER BY findings DESC, rule`,
    ),
    'field-edits': rows(
      `SELECT change.value ->> 'field' AS field, count(*) AS edits, count(DISTINCT e.photo_id) AS photos
       FROM events e INDEXED BY events_of_edits, json_each(e.detail, '$.changes') change
       WHERE e.kind = 'review.edited' GROUP BY 1 ORDER BY edits DESC, field`,
    ),
  };

  const kept = new Map<AnalyticsName, { readonly at: string; readonly rows: Analytics[AnalyticsName] }>();
  return {
    read<Name extends AnalyticsName>(name: Name) {
      const at = unit.now();
      const known = kept.get(name);
      const isFresh = known !== undefined && Math.abs(Date.parse(at) - Date.parse(known.at)) < KEPT_MS;
      const result = isFresh ? known : { at, rows: readers[name]() };
      kept.set(name, result);
      return result as { readonly at: string; readonly rows: Analytics[Name] };
    },
  };
}

/** Spellings of one camera count together. */
function topCameras(rows: readonly CameraRow[]): Analytics['cameras-by-year'] {
  const byYear = new Map<string, Map<string, number>>();
  for (const { year, make, model, photos } of rows) {
    const mix = byYear.get(year ?? 'Unknown') ?? new Map<string, number>();
    const camera = cameraToken(make ?? undefined, model ?? undefined) ?? 'Unknown';
    byYear.set(year ?? 'Unknown', mix.set(camera, (mix.get(camera) ?? 0) + photos));
  }
  return [...byYear]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([year, mix]) => {
      const ordered = [...mix].toSorted(([a, most], [b, least]) => least - most || a.localeCompare(b));
      const others = ordered.slice(TOP_CAMERAS).reduce((sum, [, photos]) => sum + photos, 0);
      const named = ordered.slice(0, TOP_CAMERAS).map(([camera, photos]) => ({ year, camera, photos }));
      return others === 0 ? named : [...named, { year, camera: 'Other', photos: others }];
    });
}
