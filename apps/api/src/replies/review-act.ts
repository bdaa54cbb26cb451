import { reviewActKinds, undoings, type ReviewAct, type UndoneAct } from '@proofline/domain/review-act.ts';
import { z } from 'zod';
import { count, id, instant } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

export const reviewAct = schemaOf<ReviewAct>('ReviewAct')(
  z.strictObject({
    id,
    kind: z.enum(reviewActKinds),
    actor: z.string(),
    at: instant,
    photos: count.describe('How many it changed'),
    firstPhotoId: id,
    undoneAt: instant.nullable(),
  }),
);

export const undoneAct = schemaOf<UndoneAct>()(
  z.strictObject({
    act: reviewAct,
    photos: z.array(
      z.strictObject({
        photoId: id,
        undoing: z.enum(undoings).describe("under-way: the photo's roll-back has to end first; left: it is as it was"),
        reason: z.string().nullable(),
      }),
    ),
  }),
);
