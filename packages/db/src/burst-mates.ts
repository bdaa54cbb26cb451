import type { UnitOfWork } from './unit-of-work.ts';

/** Frames of one burst that are asked for what they say: with all 200 of a long one, each of them would be compared with each. */
const MATES = 12;

/** Frames of one burst: what one of them says bears on what the others may say. */
export type BurstMates = {
  /** The best of the other frames of the photo's burst, best first: what they say bears on what the photo may say. */
  of(photoId: number): readonly number[];
  /** The frames that the photo is such a mate of. */
  listeners(photoId: number): readonly number[];
  /** Every frame of every burst of the set. */
  ofSet(setId: number): readonly number[];
};

export function createBurstMates(sqlite: UnitOfWork['sqlite']): BurstMates {
  const mates = sqlite
    .prepare<[number], number>(
      `SELECT other.photo_id FROM photo_group_members own
       JOIN photo_groups g ON g.id = own.group_id AND g.kind = 'burst'
       JOIN photo_group_members other ON other.group_id = own.group_id
       WHERE own.photo_id = ? AND other.photo_id <> own.photo_id ORDER BY other.rank LIMIT ${MATES}`,
    )
    .pluck();
  // Whoever stands before the photo leaves one place more.
  const listeners = sqlite
    .prepare<[number], number>(
      `SELECT other.photo_id FROM photo_group_members own
       JOIN photo_groups g ON g.id = own.group_id AND g.kind = 'burst'
       JOIN photo_group_members other ON other.group_id = own.group_id
       WHERE own.photo_id = ? AND own.rank <= ${MATES + 1} AND other.photo_id <> own.photo_id ORDER BY other.rank`,
    )
    .pluck();
  const members = sqlite
    .prepare<[number], number>(
      `SELECT m.photo_id FROM photo_groups g JOIN photo_group_members m ON m.group_id = g.id
       WHERE g.set_id = ? AND g.kind = 'burst' ORDER BY m.photo_id`,
    )
    .pluck();
  return {
    of: (photoId) => mates.all(photoId),
    listeners: (photoId) => listeners.all(photoId),
    ofSet: (setId) => members.all(setId),
  };
}
