import { stageNames, type StageName } from '@proofline/domain/stage.ts';
import type { Invariant } from './invariant.ts';
import { replay, type LoggedEvent } from './event-replay.ts';

/** The log has no gap, and played from its start it leads to where every photo is: no transition without an event that explains it. */
export const events: Invariant = {
  name: 'events are without gaps and explain every state',
  // oxlint-disable-next-line typescript/require-await -- the port is asynchronous, SQLite is not
  async check({ rows }) {
    const log = rows<Omit<LoggedEvent, 'detail'> & { detail: string }>(
      `SELECT id, kind, set_id AS setId, photo_id AS photoId, detail FROM events ORDER BY id`,
    ).map((event) => ({ ...event, detail: JSON.parse(event.detail) as LoggedEvent['detail'] }));
    const gaps = log.flatMap(({ id }, index) => (id === index + 1 ? [] : [`event ${id} stands in place ${index + 1}`]));

    const photos = rows<{ id: number; setId: number; stage: StageName; state: string }>(
      `SELECT id, set_id AS setId, stage, state FROM photos ORDER BY id`,
    );
    const { positions, unexplained } = replay(log, photos);
    const astray = photos.flatMap(({ id, stage, state }) => {
      const told = positions.get(id);
      if (told?.stage === stage && told.state === state) return [];
      return [
        `photo ${id} is ${state} at ${stage}; its events lead to ${told?.state ?? 'nothing'} at ${told?.stage ?? 'no stage'}`,
      ];
    });
    const doneTwice = rows<{ subject: string; stage: string; epoch: number }>(
      `SELECT subject_kind || ' ' || subject_id AS subject, stage, epoch FROM stage_attempts
       WHERE outcome IN ('done', 'skipped') GROUP BY subject_kind, subject_id, stage, epoch HAVING count(*) > 1`,
    ).map(({ subject, stage, epoch }) => `${subject} finished ${stage} twice in epoch ${epoch}`);
    const unknownStages = photos
      .filter(({ stage }) => !stageNames.includes(stage))
      .map(({ id }) => `photo ${id} is at no stage`);
    return [...gaps.slice(0, 1), ...unexplained, ...astray, ...doneTwice, ...unknownStages];
  },
};
