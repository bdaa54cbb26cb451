import type { ComputedResults } from '@proofline/domain/computed-results.ts';
import type { StageOutput } from '@proofline/domain/stage.ts';
import type { Position } from './positions.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Results by the content that they were computed of; see the port. */
export type ComputedResultRecords = ComputedResults & {
  /** Under the content of the photo at this position, for its stage. */
  keep(position: Position, computed: NonNullable<StageOutput['computed']>): void;
  /** The photo is published: what is known of its content lives in the catalogue from now on. */
  forget(photoId: number): void;
};

export function createComputedResults(unit: UnitOfWork): ComputedResultRecords {
  const { sqlite } = unit;
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
  return {
    find({ contentSha256, stage, inputsSha256 }) {
      const result = select.get(contentSha256, stage, inputsSha256);
      return result === undefined ? null : JSON.parse(result);
    },
    keep({ id, stage }, { inputsSha256, result }) {
      insert.run(stage, inputsSha256, JSON.stringify(result), unit.now(), id);
    },
    forget(photoId) {
      remove.run(photoId);
    },
  };
}
