/** What a gazetteer knows of one name. */
export type KnownName = {
  readonly kind: 'country' | 'region' | 'town';
  /** ISO 3166 alpha-2 of every country that has a place of this name. */
  readonly countries: readonly string[];
  /** People write the word with a capital: Paris, not Bath. */
  readonly isProperName: boolean;
};

/** Names of places anywhere in the world, from data on this machine. `foldedName` is in the form of `foldName`. */
export type PlaceNames = (foldedName: string) => KnownName | null;
