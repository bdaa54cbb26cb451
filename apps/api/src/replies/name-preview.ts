import type { NamePreview } from '@proofline/domain/name-preview.ts';
import { z } from 'zod';
import { words } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

export const namePreview = schemaOf<NamePreview>()(
  z.strictObject({
    name: z.string().describe('The first name, without the camera and year that only the photos know'),
    problems: words.describe('Why such names cannot be made'),
    folderKey: z.string().nullable().describe('The key that is meant; null when the site has no such category yet'),
    nearest: words.describe('Keys that look like what was typed, the likest first; empty when it is known'),
  }),
);
