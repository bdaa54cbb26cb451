import { photoStates, type Photo, type PhotoState } from '@proofline/domain/photo.ts';
import { refusalCodes } from '@proofline/domain/refusal.ts';
import { z } from 'zod';
import { count, id, sha256 } from './scalars.ts';
import { schemaOf } from './schema-of.ts';
import { stageName } from './stage.ts';

export const photoState = schemaOf<PhotoState>('PhotoState')(z.enum(photoStates));

export const photo = schemaOf<Photo>('Photo')(
  z.strictObject({
    id,
    setId: id,
    position: count.describe('In the set, from 0, by natural order of the path'),
    sourcePath: z.string().describe('Absolute path of the original'),
    sourceRelativePath: z.string(),
    originalFileName: z.string(),
    sourceBytes: count,
    stage: stageName,
    state: photoState,
    epoch: count.describe('Raised by every retry after a final failure, roll-back and redo'),
    contentSha256: sha256.nullable().describe('Of the original, once ingested'),
    workingPath: z.string().nullable().describe('Of the working copy below the data folder, once ingested'),
    refusal: z.strictObject({ code: z.enum(refusalCodes), reason: z.string() }).nullable(),
  }),
);
