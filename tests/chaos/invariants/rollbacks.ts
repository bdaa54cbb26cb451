import type { Invariant } from './invariant.ts';

/** Promise 4: what was rolled back or rejected holds nothing any more. A rejection itself stays, as data. */
export const rollbacks: Invariant = {
  name: 'every roll-back leaves the state before',
  // oxlint-disable-next-line typescript/require-await -- the port is asynchronous, SQLite is not
  async check({ rows, workFiles }) {
    const takenBack = rows<{ id: number; state: string; workingPath: string | null; content: string | null }>(
      `SELECT id, state, working_path AS workingPath, content_sha256 AS content FROM photos
       WHERE state IN ('rolled-back', 'rejected')`,
    );
    const leftovers = [
      ['names', `SELECT count(*) AS n FROM file_names WHERE photo_id = ?`],
      ['images', `SELECT count(*) AS n FROM renditions WHERE photo_id = ?`],
      ['metadata', `SELECT count(*) AS n FROM photo_metadata WHERE photo_id = ? AND layer <> 'person'`],
      ['measurements', `SELECT count(*) AS n FROM quality_measurements WHERE photo_id = ?`],
      ['ratings', `SELECT count(*) AS n FROM quality_ratings WHERE photo_id = ?`],
      ['readings', `SELECT count(*) AS n FROM photo_readings WHERE photo_id = ?`],
      ['technical measurements', `SELECT count(*) AS n FROM technical_measurements WHERE photo_id = ?`],
      ['a place in a group', `SELECT count(*) AS n FROM photo_group_members WHERE photo_id = ?`],
      ['drafts', `SELECT count(*) AS n FROM text_drafts WHERE photo_id = ?`],
      ['reviews', `SELECT count(*) AS n FROM reviews WHERE photo_id = ? AND status <> 'rejected'`],
      [
        'open publications',
        `SELECT count(*) AS n FROM publications WHERE photo_id = ? AND state IN ('queued', 'uploading', 'published')`,
      ],
    ] as const;
    return takenBack.flatMap(({ id, state, workingPath, content }) => [
      ...leftovers
        .filter(([, sql]) => rows<{ n: number }>(sql, id)[0]!.n > 0)
        .map(([what]) => `photo ${id} is ${state} and has ${what}`),
      ...(workingPath !== null || content !== null ? [`photo ${id} is ${state} and still has its working copy`] : []),
      ...workFiles
        .filter((path) => path.split('/')[2] === `p${id}`)
        .map((path) => `photo ${id} is ${state} and left ${path}`),
    ]);
  },
};
