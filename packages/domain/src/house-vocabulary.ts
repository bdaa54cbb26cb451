/** The words that the catalogue already uses, so that the same thing gets the same word again. */
export type HouseVocabulary = {
  /** Keywords of published photos of this subject or this place, most used first, a few dozen at most. */
  usualKeywords(about: { readonly subject: string; readonly location: string }): readonly string[];
};
