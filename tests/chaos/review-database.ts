import { join } from 'node:path';
import Database from 'better-sqlite3';

/** What the suite reads of the truth while the system runs; it never writes. */
export type PhotoNow = {
  readonly photoId: number;
  readonly setSubject: string;
  readonly fileName: string;
  readonly stage: string;
  readonly state: string;
  readonly reviewStatus: string | null;
  /** A person has written words of their own. */
  readonly isCorrected: 0 | 1;
  /** A publication of the present revision is asked for or done. */
  readonly isPublishedAsIs: 0 | 1;
};

export type SetNow = { readonly setId: number; readonly subject: string; readonly state: string };

export type Now = {
  readonly sets: readonly SetNow[];
  readonly photos: readonly PhotoNow[];
  /** Grows with everything that happens. */
  readonly lastEventId: number;
};

const WORKING_STATES = ['queued', 'running', 'waiting', 'rolling-back'];

/** Opened for each look, so that a killed process finds the files as it left them. */
export function lookAt(dataFolder: string): Now {
  const database = new Database(join(dataFolder, 'review.db'), { readonly: true, fileMustExist: true });
  try {
    return {
      lastEventId: database.prepare(`SELECT coalesce(max(id), 0) FROM events`).pluck().get() as number,
      sets: database.prepare(`SELECT id AS setId, subject, state FROM photo_sets ORDER BY id`).all() as SetNow[],
      photos: database
        .prepare(
          `SELECT p.id AS photoId, s.subject AS setSubject, p.original_file_name AS fileName, p.stage, p.state,
             r.status AS reviewStatus,
             EXISTS (SELECT 1 FROM photo_metadata m WHERE m.photo_id = p.id AND m.layer = 'person') AS isCorrected,
             EXISTS (SELECT 1 FROM publications u WHERE u.photo_id = p.id AND u.revision_hash = r.revision_hash
               AND u.state = 'published') AS isPublishedAsIs
           FROM photos p JOIN photo_sets s ON s.id = p.set_id LEFT JOIN reviews r ON r.photo_id = p.id ORDER BY p.id`,
        )
        .all() as PhotoNow[],
    };
  } finally {
    database.close();
  }
}

/** Everything that is due or under way. */
export function workIn({ sets, photos }: Now): readonly string[] {
  return [
    ...sets.filter(({ state }) => WORKING_STATES.includes(state)).map(({ subject, state }) => `${subject} is ${state}`),
    ...photos
      .filter(({ state }) => WORKING_STATES.includes(state))
      .map(({ photoId, fileName, state, stage }) => `photo ${photoId} (${fileName}) is ${state} at ${stage}`),
  ];
}
