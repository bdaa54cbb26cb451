type Range = { readonly least: number; readonly most: number };

export type GateSettings = {
  /** Of the texts, ISO 639-1; the rule for languages knows those of `function-words.ts`, and rules about wording know English. */
  readonly language: string;
  readonly captionWords: Range;
  readonly altTextWords: Range;
  readonly altTextCharacters: { readonly warnAbove: number; readonly most: number };
  readonly captionCharacters: { readonly most: number };
  readonly keywords: Range;
  /** By rule id. A rule that is not named keeps its own severity; `off` neither finds nor repairs. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
};

export const ruleSettings = ['block', 'warn', 'off'] as const;
export type RuleSetting = (typeof ruleSettings)[number];

/** What captioners are asked for, so that they draft what the gate lets pass. */
export type TextLimits = Pick<GateSettings, 'language' | 'captionWords' | 'altTextWords' | 'keywords'>;

/** Word counts and keyword count are the original's contract (original-system.md §4.4); 125 and 250 characters are habits of screen readers and of IPTC. */
export const defaultGateSettings: GateSettings = {
  language: 'en',
  captionWords: { least: 8, most: 24 },
  altTextWords: { least: 10, most: 18 },
  altTextCharacters: { warnAbove: 125, most: 250 },
  captionCharacters: { most: 300 },
  keywords: { least: 5, most: 15 },
  rules: {},
};

/** The words that the operator wants, beside those that the catalogue uses. */
export type OperatorVocabulary = {
  readonly terms: readonly string[];
  /** Another word → the house's word for it. */
  readonly synonyms: Readonly<Record<string, string>>;
  /** Words of the catalogue that are not in `terms` count as new too. */
  readonly onlyTheseTerms: boolean;
};

const noVocabulary: OperatorVocabulary = { terms: [], synonyms: {}, onlyTheseTerms: false };

/** How the operator wants texts judged. `version` is another one whenever the same text may be judged otherwise. */
export type GateRuling = {
  readonly version: string;
  readonly settings: GateSettings;
  readonly vocabulary: OperatorVocabulary;
};

/** Of an installation whose operator said nothing. */
export const usualRuling: GateRuling = { version: 'usual', settings: defaultGateSettings, vocabulary: noVocabulary };
