import { remedies, type QueueBlocks } from '@proofline/domain/blocking.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { OverviewReader, RefusedItem, SetOverview, StageProgress } from '@proofline/domain/overview.ts';
import type { PhotoState } from '@proofline/domain/photo.ts';
import { stageNames, type StageName } from '@proofline/domain/stage.ts';
import { desc, eq } from 'drizzle-orm';
import { toPhotoSet } from './photo-set-desk.ts';
import { photoSets } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** How many photos stand at one place of the plan. */
type Standing = { readonly stage: StageName; readonly state: PhotoState; readonly photos: number };

/** The stages that a photo meets on its way to the site, in the plan's order. */
const stagesOfPath: readonly StageName[] = stageNames.slice(
  stageNames.indexOf('ingest-original'),
  stageNames.indexOf('release-workspace') + 1,
);

export function createOverviewReader({ orm, sqlite }: UnitOfWork, blocks: QueueBlocks): OverviewReader {
  const standings = sqlite.prepare<[number], Standing>(
    `SELECT stage, state, count(*) AS photos FROM photos WHERE set_id = ? GROUP BY state, stage`,
  );
  const countApproved = sqlite
    .prepare<[number], number>(
      `SELECT count(*) FROM photos p JOIN reviews r ON r.photo_id = p.id
       WHERE p.set_id = ? AND p.state = 'in-review' AND r.status = 'approved'`,
    )
    .pluck();
  const ended = sqlite.prepare<[number, string], RefusedItem>(
    `SELECT id AS photoId, original_file_name AS originalFileName, stage, ended_code AS code, ended_reason AS reason
     FROM photos WHERE set_id = ? AND state = ? ORDER BY position`,
  );
  const stillOnSite = sqlite.prepare<[number], RefusedItem>(
    `SELECT p.id AS photoId, p.original_file_name AS originalFileName, a.stage, 'foreign-file' AS code, a.error_text AS reason
     FROM stage_attempts a INDEXED BY stage_attempts_withdrawal_stopped CROSS JOIN photos p ON p.id = a.subject_id
     WHERE a.stage = 'withdraw-photo' AND a.outcome = 'skipped' AND p.set_id = ? AND p.state IN ('published', 'in-review')
       AND NOT EXISTS (SELECT 1 FROM stage_attempts later WHERE later.subject_kind = 'photo' AND later.subject_id = p.id
         AND later.stage IN ('publish-photo', 'withdraw-photo') AND later.epoch > a.epoch)
     ORDER BY p.position`,
  );
  const rollbackReason = sqlite
    .prepare<[number], string>(
      `SELECT detail ->> 'reason' FROM events INDEXED BY events_of_set
       WHERE set_id = ? AND kind = 'set.rolling-back' ORDER BY id DESC LIMIT 1`,
    )
    .pluck();

  function overviewOf(row: typeof photoSets.$inferSelect): SetOverview {
    const standing = standings.all(row.id);
    const byState: Partial<Record<PhotoState, number>> = {};
    for (const { state, photos } of standing) byState[state] = (byState[state] ?? 0) + photos;
    return {
      set: toPhotoSet(row),
      photos: standing.reduce((sum, { photos }) => sum + photos, 0),
      byState,
      stages: stagesOfPath.map((stage) => progressOf(stage, standing)),
      approved: countApproved.get(row.id) ?? 0,
      refused: ended.all(row.id, 'refused'),
      discarded: ended.all(row.id, 'discarded'),
      stillOnSite: stillOnSite.all(row.id),
      rollbackReason: isRolledBack(row.state) ? (rollbackReason.get(row.id) ?? null) : null,
      blockedBy: blocks
        .list()
        .filter(({ stage, captioner }) =>
          captioner === null || captioner === row.captioner ? standsAt(stage, row, standing) : false,
        )
        .map((block) => ({ ...block, remedy: remedies[block.condition] })),
    };
  }

  return {
    set(setId) {
      const row = orm.select().from(photoSets).where(eq(photoSets.id, setId)).get();
      if (row === undefined) throw new DomainError('not_found', `there is no set ${setId}`);
      return overviewOf(row);
    },
    recent: (limit) => orm.select().from(photoSets).orderBy(desc(photoSets.id)).limit(limit).all().map(overviewOf),
  };
}

function isRolledBack(state: string): boolean {
  return state === 'rolling-back' || state === 'rolled-back';
}

/** Whether the set or one of its photos is due at `stage`. */
function standsAt(stage: StageName, set: typeof photoSets.$inferSelect, standings: readonly Standing[]): boolean {
  const isDue = (state: string) => state === 'queued' || state === 'running' || state === 'rolling-back';
  if (set.stage === stage && (set.state === 'queued' || set.state === 'running')) return true;
  return standings.some((standing) => standing.stage === stage && isDue(standing.state));
}

/** Done: photos that left the stage behind. Total: those and the ones that are on their way to it without a person's further word. */
function progressOf(stage: StageName, standings: readonly Standing[]): StageProgress {
  const place = stagesOfPath.indexOf(stage);
  const needsPublication = place >= stagesOfPath.indexOf('publish-photo');
  let done = 0;
  let total = 0;
  for (const standing of standings) {
    const at = placeOf(standing);
    if (at === null) continue;
    const isAsked = !needsPublication || at >= stagesOfPath.indexOf('publish-photo');
    if (at > place) done += standing.photos;
    if (at > place || (isAsked && isOnItsWay(standing.state))) total += standing.photos;
  }
  return { stage, done, total };
}

/** Index of the first stage that is not done; null for photos that left the path: what was done for them is undone. */
function placeOf({ stage, state }: Standing): number | null {
  if (state === 'in-review') return stagesOfPath.indexOf('publish-photo');
  if (state === 'rolling-back' || state === 'rolled-back' || state === 'rejected') return null;
  const isPastPath = state === 'published' || state === 'withdrawn' || stage === 'withdraw-photo';
  return isPastPath ? stagesOfPath.length : stagesOfPath.indexOf(stage);
}

function isOnItsWay(state: PhotoState): boolean {
  return state === 'queued' || state === 'running' || state === 'waiting';
}
