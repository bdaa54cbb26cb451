/** Of which fields it is known what they held before, and who wrote it. */
export const historyFields = ['caption', 'altText', 'keywords', 'headline', 'qualityRating'] as const;
export type HistoryField = (typeof historyFields)[number];
