import type { HistoryField } from '@proofline/domain/history-field.ts';
import type { FieldName } from './edits.ts';

export const fieldTitles = {
  caption: 'Caption',
  altText: 'Alt text',
  keywords: 'Keywords',
} as const satisfies Record<FieldName, string>;

/** Everything that a person may write. */
export const writtenTitles = {
  ...fieldTitles,
  headline: 'Headline',
  qualityRating: 'Quality',
} as const satisfies Record<HistoryField, string>;
