import type { FieldName } from './edits.ts';

export const fieldTitles = {
  caption: 'Caption',
  altText: 'Alt text',
  keywords: 'Keywords',
} as const satisfies Record<FieldName, string>;
