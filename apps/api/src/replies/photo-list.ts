import type { FoundPhotos, OnSiteItem, PhotoListItem } from '@proofline/domain/photo-list.ts';
import { z } from 'zod';
import { photoState } from './photo.ts';
import { id, instant, sha256 } from './scalars.ts';
import { schemaOf } from './schema-of.ts';
import { stageName } from './stage.ts';

const listed = {
  id,
  setId: id,
  originalFileName: z.string(),
  fileName: z.string().nullable().describe('Null before the set has its names, and after they were given back'),
  stage: stageName,
  state: photoState,
};

const onSite = {
  publicationId: id,
  webUrl: z.string().nullable().describe('Where anybody can look at it; null without a public address'),
};

export const photoListItem = schemaOf<PhotoListItem>()(z.strictObject(listed));

export const foundPhotos = schemaOf<FoundPhotos>()(
  z.strictObject({
    photos: z.array(
      z.strictObject({ ...listed, onSite: z.strictObject(onSite).nullable().describe('What the site shows now') }),
    ),
    before: id.nullable().describe('Where the next page begins; null when there is nothing older'),
  }),
);

export const onSiteItem = schemaOf<OnSiteItem>()(
  z.strictObject({
    ...onSite,
    photoId: id,
    fileName: z.string(),
    revisionHash: sha256,
    requestedBy: z.string(),
    requestedAt: instant,
  }),
);
