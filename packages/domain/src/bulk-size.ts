/** Photos of one request that changes many: two thousand rows with their revisions stay below the largest request. */
export const MOST_BULK_PHOTOS = 2000;
