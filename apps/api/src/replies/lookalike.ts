import type { Lookalike } from '@proofline/domain/lookalike.ts';
import { z } from 'zod';
import { photoState } from './photo.ts';
import { id } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

export const alike = {
  photoId: id,
  likeness: z.enum(['same', 'alike']).describe('same: one picture; alike: nearly, as two frames of one moment are'),
};

export const lookalike = schemaOf<Lookalike>()(
  z.strictObject({
    ...alike,
    setId: id,
    fileName: z.string().nullable(),
    originalFileName: z.string(),
    state: photoState,
  }),
);
