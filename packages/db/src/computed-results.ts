import type { ComputedResult, ComputedResults } from '@proofline/domain/computed-results.ts';
import type { Position } from './positions.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Results by the content that they were computed of; see the port. */
export type ComputedResultRecords = ComputedResults & {
  /** Under the content of the photo at this position, for its stage. */
  keep(position: Position, computed: ComputedResult): void;
  /** Drops what is too old or too much; cheap where nothing is. Also done now and then by `keep`. */
  prune(): void;
  /** The photo is published: what is known of its content lives in the catalogue from now on. */
  forget(photoId: number): void;
};

/** A set that was rolled back for a dependency is added again within days; after a season nobody waits for it any more. */
const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;
/** Two results of each of 100,000 photos, the largest folder that is planned for; about 2 kB each. Where two captioners drafted, three. */
const MOST_RESULTS = 200_000;
const PRUNE_EVERY = 1_000;

export function createComputedResults(
  unit: UnitOfWork,
  { mostResults = MOST_RESULTS, pruneEvery = PRUNE_EVERY } = {},
): ComputedResultRecords {
  const { sqlite } = unit;
  let keptSincePrune = 0;
  const select = sqlite
    .prepare<[string, string, string], string>(
      `SELECT result FROM computed_results WHERE content_sha256 = ? AND stage = ? AND inputs_sha256 = ?`,
    )
    .pluck();
  const insert = sqlite.prepare(
    `INSERT OR REPLACE INTO computed_results (content_sha256, stage, inputs_sha256, result, computed_at)
     SELECT content_sha256, ?, ?, ?, ? FROM photos WHERE id = ? AND content_sha256 IS NOT NULL`,
  );
  const remove = sqlite.prepare(
    `DELETE FROM computed_results WHERE content_sha256 = (SELECT content_sha256 FROM photos WHERE id = ?)`,
  );
  const dropBefore = sqlite.prepare(`DELETE FROM computed_results WHERE computed_at < ?`);
  const newestTooMany = sqlite
    .prepare<[number], string>(`SELECT computed_at FROM computed_results ORDER BY computed_at DESC LIMIT 1 OFFSET ?`)
    .pluck();

  function prune(): void {
    keptSincePrune = 0;
    unit.write(() => {
      dropBefore.run(unit.after(-KEPT_DAYS * DAY_MS));
      const tooMany = newestTooMany.get(mostResults);
      // Up to and with its millisecond: what goes too early is computed again, no more.
      if (tooMany !== undefined) dropBefore.run(new Date(Date.parse(tooMany) + 1).toISOString());
    });
  }

  return {
    prune,
    find({ contentSha256, stage, inputsSha256 }) {
      const result = select.get(contentSha256, stage, inputsSha256);
      return result === undefined ? null : JSON.parse(result);
    },
    keep({ id, stage }, { inputsSha256, result }) {
      insert.run(stage, inputsSha256, JSON.stringify(result), unit.now(), id);
      keptSincePrune += 1;
      if (keptSincePrune >= pruneEvery) prune();
    },
    forget(photoId) {
      remove.run(photoId);
    },
  };
}
