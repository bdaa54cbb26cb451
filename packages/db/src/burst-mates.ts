import type { UnitOfWork } from './unit-of-work.ts';

/** Frames of one burst: what one of them says bears on what the others may say. */
export type BurstMates = {
  /** The other frames of the photo's burst, best first. */
  of(photoId: number): readonly number[];
  /** Every frame of every burst of the set. */
  ofSet(setId: number): readonly number[];
};

export function createBurstMates(sqlite: UnitOfWork['sqlite']): BurstMates {
  const mates = sqlite
    .prepare<[number, number], number>(
      `SELECT other.photo_id FROM photo_group_members own
       JOIN photo_groups g ON g.id = own.group_id AND g.kind = 'burst'
       JOIN photo_group_members other ON other.group_id = own.group_id
       WHERE own.photo_id = ? AND other.photo_id <> ? ORDER BY other.rank`,
    )
    .pluck();
  const members = sqlite
    .prepare<[number], number>(
      `SELECT m.photo_id FROM photo_groups g JOIN photo_group_members m ON m.group_id = g.id
       WHERE g.set_id = ? AND g.kind = 'burst' ORDER BY m.photo_id`,
    )
    .pluck();
  return { of: (photoId) => mates.all(photoId, photoId), ofSet: (setId) => members.all(setId) };
}
