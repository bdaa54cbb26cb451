import type { Retried } from '@proofline/domain/failure.ts';
import type { RollbackTaken } from '@proofline/domain/rollback.ts';
import { z } from 'zod';
import { id } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

/** Which photos an act took on, and which it left and why. */
export const takenOn = schemaOf<Retried & RollbackTaken>('TakenOn')(
  z.strictObject({
    photoIds: z.array(id),
    left: z.array(z.strictObject({ photoId: id, reason: z.string() })),
  }),
);
