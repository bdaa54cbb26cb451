import type { Actor } from '@proofline/domain/actor.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type { StageSettings } from '@proofline/domain/stage-setting.ts';
import { stageNames, type StageName } from '@proofline/domain/stage.ts';
import { mayBegin } from './set-holds.ts';
import type { UnitOfWork } from './unit-of-work.ts';

type Row = {
  readonly stage: StageName;
  readonly pausedAt: string | null;
  readonly pausedBy: string | null;
  readonly pausedReason: string | null;
  readonly maxConcurrency: number | null;
};

type RunRow = {
  readonly stage: StageName;
  readonly worker: string;
  readonly kind: 'photo' | 'set';
  readonly id: number;
  readonly attempt: number;
  readonly startedAt: string;
};

export function createStageSettings(unit: UnitOfWork, events: EventLog): StageSettings {
  const { sqlite } = unit;
  const select = sqlite.prepare<[], Row>(
    `SELECT stage, paused_at AS pausedAt, paused_by AS pausedBy, paused_reason AS pausedReason,
       max_concurrency AS maxConcurrency FROM stage_settings`,
  );
  const selectRunning = sqlite.prepare<[], { readonly stage: StageName; readonly running: number }>(
    `SELECT stage, count(*) AS running FROM stage_attempts WHERE finished_at IS NULL GROUP BY stage`,
  );
  const selectRuns = sqlite.prepare<[], RunRow>(
    `SELECT stage, worker, subject_kind AS kind, subject_id AS id, attempt, started_at AS startedAt
     FROM stage_attempts WHERE finished_at IS NULL ORDER BY id`,
  );
  const selectDue = sqlite.prepare<[], { readonly stage: StageName; readonly due: number }>(
    `SELECT stage, sum(due) AS due FROM (
       SELECT stage, count(*) AS due FROM photos
       WHERE state IN ('queued', 'running', 'rolling-back') AND state <> 'running' AND ${mayBegin('stage', 'set_id')} GROUP BY stage
       UNION ALL SELECT stage, count(*) FROM photo_sets WHERE state = 'queued' AND held_at IS NULL GROUP BY stage
     ) GROUP BY stage`,
  );
  const pause = sqlite.prepare(
    `INSERT INTO stage_settings (stage, paused_at, paused_by, paused_reason) VALUES (?, ?, ?, ?)
     ON CONFLICT (stage) DO UPDATE SET paused_at = coalesce(paused_at, excluded.paused_at), paused_by = excluded.paused_by,
       paused_reason = excluded.paused_reason`,
  );
  const resume = sqlite.prepare(
    `UPDATE stage_settings SET paused_at = NULL, paused_by = NULL, paused_reason = NULL
     WHERE stage = ? AND paused_at IS NOT NULL`,
  );
  const limit = sqlite.prepare(
    `INSERT INTO stage_settings (stage, max_concurrency) VALUES (?, ?)
     ON CONFLICT (stage) DO UPDATE SET max_concurrency = excluded.max_concurrency`,
  );
  const tell = (kind: string, { name }: Actor, detail: Readonly<Record<string, unknown>>) =>
    events.append({ actor: name, kind, runId: null, setId: null, photoId: null, detail });

  return {
    list() {
      const rows = new Map(select.all().map((row) => [row.stage, row]));
      const running = new Map(selectRunning.all().map((row) => [row.stage, row.running]));
      return stageNames.map((stage) => {
        const row = rows.get(stage);
        return {
          stage,
          pause: pauseOf(row),
          maxConcurrency: row?.maxConcurrency ?? null,
          running: running.get(stage) ?? 0,
        };
      });
    },
    load() {
      const runs = Map.groupBy(selectRuns.all(), ({ stage }) => stage);
      const due = new Map(selectDue.all().map((row) => [row.stage, row.due]));
      return stageNames.map((stage) => ({
        stage,
        due: due.get(stage) ?? 0,
        runs: (runs.get(stage) ?? []).map(({ worker, kind, id, attempt, startedAt }) => ({
          worker,
          subject: { kind, id },
          attempt,
          startedAt,
        })),
      }));
    },
    pause: (stages, reason, actor) =>
      unit.write(() => {
        for (const stage of stages) {
          pause.run(stage, unit.now(), actor.name, reason);
          tell('stage.paused', actor, { stage, reason });
        }
      }),
    resume: (stages, actor) =>
      unit.write(() => {
        for (const stage of stages) {
          if (resume.run(stage).changes === 1) tell('stage.resumed', actor, { stage });
        }
      }),
    limit: (stage, maxConcurrency, actor) =>
      unit.write(() => {
        limit.run(stage, maxConcurrency);
        tell('stage.limited', actor, { stage, maxConcurrency });
      }),
  };
}

function pauseOf(row: Row | undefined) {
  if (row === undefined || row.pausedAt === null || row.pausedBy === null || row.pausedReason === null) return null;
  return { at: row.pausedAt, by: row.pausedBy, reason: row.pausedReason };
}
