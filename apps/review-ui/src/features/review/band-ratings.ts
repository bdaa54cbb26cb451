/** A rating in the middle of each band, from the best to the worst. */
export const bandRatings = [8.5, 7, 6, 5, 3] as const;
