import type { BrowsedFolder, BrowsedFolders } from '@proofline/domain/folder-browser.ts';
import { z } from 'zod';
import { listOf } from './list-of.ts';
import { count, words } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

const folder = schemaOf<BrowsedFolder>('Folder')(
  z.strictObject({
    name: z.string(),
    path: z.string().describe('Absolute, links resolved'),
    photos: count.nullable().describe('Right in it; null where nobody counted'),
    cover: z.string().nullable().describe('Name of the first photo right in it'),
  }),
);

export const folders = schemaOf<BrowsedFolders>()(
  z.strictObject({
    here: folder.nullable().describe('Null at the top, which lists the configured folders'),
    parentPath: z.string().nullable().describe('One level up; null from a configured folder, which leads to the top'),
    folders: listOf(folder),
    isCut: z.boolean().describe('Whether there are more folders than are listed'),
    samples: words.describe('Names of the first photos right in here'),
  }),
);
