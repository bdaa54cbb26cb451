import type { PhotoState } from '@proofline/domain/photo.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Where a photo comes to rest, within the transaction that ends its run. */
export type RestingState = (
  photo: { readonly id: number; readonly stage: StageName },
  planned: PhotoState,
) => PhotoState;

type Facts = { readonly isOnSite: 0 | 1; readonly isWithdrawn: 0 | 1; readonly isCarriedOut: 0 | 1 };

/**
 * A stage that is given up, or over which processes died, names where its photo rests without having looked. What happened on the site is on record,
 * and the record has the last word: nothing rests as published that is off the site, and nothing waits for a decision that was carried out.
 */
export function createRestingState({ sqlite }: UnitOfWork): RestingState {
  const facts = sqlite.prepare<{ id: number }, Facts>(
    `SELECT
       EXISTS (SELECT 1 FROM publications WHERE photo_id = @id AND state = 'published') AS isOnSite,
       EXISTS (SELECT 1 FROM file_names WHERE photo_id = @id AND state = 'retired') AS isWithdrawn,
       EXISTS (SELECT 1 FROM publications u JOIN reviews r ON r.photo_id = u.photo_id
         WHERE u.photo_id = @id AND u.state = 'published' AND r.status = 'approved' AND r.revision_hash = u.revision_hash)
       AND NOT EXISTS (SELECT 1 FROM publications WHERE photo_id = @id AND state IN ('queued', 'uploading'))
         AS isCarriedOut`,
  );
  return ({ id, stage }, planned) => {
    const { isOnSite, isWithdrawn, isCarriedOut } = facts.get({ id })!;
    // A publication was rolled back: the one that it had replaced is on the site.
    if (planned === 'withdrawn' && isOnSite === 1) return 'in-review';
    if (planned === 'published' && isOnSite === 0) return isWithdrawn === 1 ? 'withdrawn' : 'in-review';
    const isOfSite = stage === 'publish-photo' || stage === 'withdraw-photo';
    if (planned === 'in-review' && isOfSite && isCarriedOut === 1) return 'published';
    return planned;
  };
}
