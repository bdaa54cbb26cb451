import type { Leftovers } from '@proofline/domain/workspace.ts';
import type { EndedRuns } from './ended-runs.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export function createLeftovers(unit: UnitOfWork, endedRuns: EndedRuns): Leftovers {
  const refused = unit.sqlite
    .prepare<[number], number>(
      `SELECT id FROM photos WHERE state = 'refused' AND working_path IS NOT NULL ORDER BY id LIMIT ?`,
    )
    .pluck();
  const forget = unit.sqlite.prepare(`UPDATE photos SET working_path = NULL WHERE id = ? AND state = 'refused'`);
  return {
    list: (limit) => refused.all(limit),
    forget: (photoId) => unit.write(() => void forget.run(photoId)),
    runs: () => endedRuns.withFiles(),
    forgetRun(token) {
      endedRuns.filesGone(token);
      endedRuns.giveBack();
    },
  };
}
