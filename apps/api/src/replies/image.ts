import type { ImageReference } from '@proofline/domain/photo-image.ts';
import { z } from 'zod';
import { count, sha256 } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

export const sized = { sha256, widthPx: count, heightPx: count };

export const imageReference = schemaOf<ImageReference>('ImageReference')(z.strictObject(sized));
