import type { GroupStanding } from '@proofline/domain/group-standing.ts';
import { photoGroupKinds } from '@proofline/domain/photo-group.ts';
import type { PhotoGroupView } from '@proofline/domain/photo-quality.ts';
import { z } from 'zod';
import { id, count } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

export const photoGroupKind = z.enum(photoGroupKinds);
export const rank = z.int().min(1).nullable().describe('1 is the best; null where every frame is needed');
const bestPhotoId = id.nullable().describe('Proposed, never decided; null where every frame is needed');

export const groupStanding = schemaOf<GroupStanding>('GroupStanding')(
  z.strictObject({
    groupId: id,
    kind: photoGroupKind,
    photos: count.describe('In the group'),
    rank,
    bestPhotoId,
    why: z.string().describe('What the rank comes from'),
  }),
);

export const photoGroup = schemaOf<PhotoGroupView>('PhotoGroup')(
  z.strictObject({
    groupId: id,
    setId: id,
    kind: photoGroupKind,
    photoIds: z.array(id).describe('Best first where frames stand for one another, else in order of capture'),
    bestPhotoId,
  }),
);
