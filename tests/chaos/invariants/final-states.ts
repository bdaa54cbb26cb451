import type { Invariant } from './invariant.ts';

/** Promise 1: every accepted photo reached exactly one final state or rests in review; nothing is held by a run that is no more. */
export const finalStates: Invariant = {
  name: 'every photo is in one final state or rests in review',
  // oxlint-disable-next-line typescript/require-await -- the port is asynchronous, SQLite is not
  async check({ rows }) {
    const restless = rows<{ id: number; state: string; stage: string }>(
      `SELECT id, state, stage FROM photos WHERE run_token IS NOT NULL OR state NOT IN
         ('in-review', 'published', 'rejected', 'refused', 'discarded', 'rolled-back', 'withdrawn')`,
    );
    const restlessSets = rows<{ id: number; state: string }>(
      `SELECT id, state FROM photo_sets WHERE run_token IS NOT NULL OR state NOT IN ('accepted', 'refused', 'rolled-back')`,
    );
    const openRuns = rows<{ id: number; stage: string }>(
      `SELECT id, stage FROM stage_attempts WHERE finished_at IS NULL`,
    );
    const lost = rows<{ id: number; accepted: number; held: number }>(
      `SELECT s.id, json_extract(e.detail, '$.photos') AS accepted,
         (SELECT count(DISTINCT source_relative_path) FROM photos WHERE set_id = s.id) AS held
       FROM photo_sets s JOIN events e ON e.set_id = s.id AND e.kind = 'set.accepted' WHERE accepted <> held`,
    );
    return [
      ...restless.map(({ id, state, stage }) => `photo ${id} is ${state} at ${stage}`),
      ...restlessSets.map(({ id, state }) => `set ${id} is ${state}`),
      ...openRuns.map(({ id, stage }) => `the attempt ${id} at ${stage} has no end`),
      ...lost.map(({ id, accepted, held }) => `set ${id} was accepted with ${accepted} photos and has ${held}`),
    ];
  },
};
