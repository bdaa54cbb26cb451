import type { GateField, GateText } from './finding.ts';
import type { GateSettings } from './gate-settings.ts';
import type { PlaceNames } from './place-names.ts';

export { defaultGateSettings, type GateSettings } from './gate-settings.ts';

/** Everything that a rule may know beside the text itself. What is not known is absent, and a rule that needs it says nothing. */
export type GateContext = {
  readonly subject: string;
  readonly location: string;
  readonly folderKey: string;
  readonly folderDisplayName: string;
  /** As the file came and as it will be published. */
  readonly fileNames: readonly string[];
  /** Maker, model and lens of the camera, as the file gives them. */
  readonly gear: readonly string[];
  /** Wall time `YYYY-MM-DDTHH:MM:SS`, local to the place. */
  readonly captureLocalTime?: string;
  /** Decimal degrees, south negative. */
  readonly latitude?: number;
  /** Of the sun at the moment of capture, in degrees, below the horizon negative. */
  readonly sunAltitudeDegrees?: number;
  /** Names of places that may be used beside those of subject and location. */
  readonly allowedPlaceNames: readonly string[];
  readonly places: PlaceNames;
  readonly profanity: ProfanityFinder;
  readonly similarTexts: SimilarTexts;
  /** Texts of the other frames of the same burst. */
  readonly burstMates: readonly GateText[];
  readonly house: HouseVocabulary;
  readonly settings: GateSettings;
  /** Whether these words were drafted for this photo. What a person put in is theirs to know. */
  readonly isDrafted: (words: string) => boolean;
};

/** Where coarse words stand in a text. */
export type ProfanityFinder = (text: string) => readonly { readonly start: number; readonly end: number }[];

/** Texts of other photos, in the set, in the queue and published, that say the same or nearly the same as this one in this field. */
export type SimilarTexts = (field: Exclude<GateField, 'keywords'>, text: string) => readonly SimilarText[];

export type SimilarText = {
  /** Which photo that is, in words. */
  readonly of: string;
  /** Absent where it is a row of the site. */
  readonly photoId?: number;
  /** Shared word triples over all word triples of both, 0…1. */
  readonly similarity: number;
  /** The same words but for punctuation, case and little words. */
  readonly isSame: boolean;
};

/** The words that this catalogue is indexed with. Empty lists mean that there is no house vocabulary yet. */
export type HouseVocabulary = {
  readonly terms: readonly string[];
  /** Another word → the house's word for it. */
  readonly synonyms: Readonly<Record<string, string>>;
};
