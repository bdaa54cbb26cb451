/** What a gazetteer knows of one name. */
export type KnownName = {
  readonly kind: 'country' | 'region' | 'town';
  /** ISO 3166 alpha-2 of every country that has a place of this name. */
  readonly countries: readonly string[];
  /**
   * What else the word is: nothing (`name`, London), a word of the language that is written as a name more often (`both`, Boston), or one that is not (`word`,
   * Bath). `rare` where nobody counted it, as for most villages.
   */
  readonly usage: 'name' | 'both' | 'word' | 'rare';
};

/** Names of places anywhere in the world, from data on this machine. `foldedName` is in the form of `foldName`. */
export type PlaceNames = (foldedName: string) => KnownName | null;
