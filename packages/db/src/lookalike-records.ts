import { isFlat, likenessOf, slotsNear, slotsOf, type Lookalike } from '@proofline/domain/lookalike.ts';
import type { PhotoHashes } from '@proofline/domain/photo-reading.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Photos of the whole catalogue that show the same, found once, when the later of the two is measured. */
export type LookalikeRecords = {
  /** Compares the photo with all others and gives it its place among them. */
  write(photoId: number, hashes: PhotoHashes): void;
  erase(photoId: number): void;
  /** Those that are not in the photo's own group, the likest first. */
  of(photoId: number): readonly Lookalike[];
};

/** Photos of one slot that are looked at, the newest first: some slots are crowded, and every photo may cost only so much. */
const MOST_IN_SLOT = 100;
/** Written down for one photo. */
const MOST_KEPT = 10;

type Candidate = { readonly photoId: number; readonly dHash: string; readonly pHash: string };

export function createLookalikeRecords({ sqlite }: UnitOfWork): LookalikeRecords {
  const inSlot = sqlite.prepare<[string, number], Candidate>(
    `SELECT photo_id AS photoId, d_hash AS dHash, p_hash AS pHash FROM picture_slots
     WHERE slot = ? ORDER BY photo_id DESC LIMIT ?`,
  );
  const takeSlot = sqlite.prepare(`INSERT INTO picture_slots (slot, photo_id, d_hash, p_hash) VALUES (?, ?, ?, ?)`);
  const leaveSlots = sqlite.prepare(`DELETE FROM picture_slots WHERE photo_id = ?`);
  const tie = sqlite.prepare(`INSERT INTO lookalikes (photo_id, other_photo_id, likeness, bits) VALUES (?, ?, ?, ?)`);
  const untie = sqlite.prepare(`DELETE FROM lookalikes WHERE photo_id = ?`);
  const untieOther = sqlite.prepare(`DELETE FROM lookalikes WHERE other_photo_id = ?`);
  const isTied = sqlite.prepare<[number, number]>(
    `SELECT 1 FROM lookalikes WHERE photo_id = ? UNION ALL SELECT 1 FROM lookalikes WHERE other_photo_id = ? LIMIT 1`,
  );
  const select = sqlite.prepare<{ photoId: number; most: number }, Lookalike>(
    `SELECT p.id AS photoId, p.set_id AS setId, p.original_file_name AS originalFileName, p.state, tied.likeness,
       (SELECT name FROM file_names WHERE photo_id = p.id AND state <> 'retired') AS fileName
     FROM (
       SELECT other_photo_id AS id, likeness, bits FROM lookalikes WHERE photo_id = @photoId
       UNION ALL SELECT photo_id, likeness, bits FROM lookalikes WHERE other_photo_id = @photoId
     ) tied JOIN photos p ON p.id = tied.id
     WHERE NOT EXISTS (
       SELECT 1 FROM photo_group_members own JOIN photo_group_members other ON other.group_id = own.group_id
       WHERE own.photo_id = @photoId AND other.photo_id = p.id
     )
     ORDER BY tied.bits, p.id LIMIT @most`,
  );

  function erase(photoId: number): void {
    for (const statement of [leaveSlots, untie, untieOther]) statement.run(photoId);
  }

  return {
    erase,
    write(photoId, hashes) {
      erase(photoId);
      if (isFlat(hashes)) return;
      const candidates = new Map(
        slotsNear(hashes)
          .flatMap((slot) => inSlot.all(slot, MOST_IN_SLOT))
          .map((candidate) => [candidate.photoId, candidate]),
      );
      const alike = [...candidates.values()]
        .flatMap((candidate) => {
          const found = likenessOf(hashes, candidate);
          return found === null ? [] : [{ ...found, photoId: candidate.photoId }];
        })
        .toSorted((a, b) => a.bits - b.bits || a.photoId - b.photoId);
      for (const { photoId: other, likeness, bits } of alike.slice(0, MOST_KEPT))
        tie.run(photoId, other, likeness, bits);
      for (const slot of slotsOf(hashes)) takeSlot.run(slot, photoId, hashes.dHash, hashes.pHash);
    },
    // Most photos have none, and lists ask for each of their photos.
    of: (photoId) => (isTied.get(photoId, photoId) === undefined ? [] : select.all({ photoId, most: MOST_KEPT })),
  };
}
