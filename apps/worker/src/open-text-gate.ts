import type { HouseVocabulary } from '@proofline/domain/house-vocabulary.ts';
import { createTextGate, type TextGate } from '@proofline/domain/text-gate/text-gate.ts';
import { openKnownPlaceNames } from '@proofline/pipeline/adapters/text-gate/known-place-names.ts';
import { openProfanityFinder } from '@proofline/pipeline/adapters/text-gate/profanity-finder.ts';
import type { Config } from '@proofline/runtime/config.ts';

/** The gate with this installation's knowledge of places, coarse words and the catalogue. */
export function openTextGate(
  { folderMap, textGate: ruling }: Pick<Config, 'folderMap' | 'textGate'>,
  vocabulary: HouseVocabulary,
): TextGate {
  const [places, profanity] = [openKnownPlaceNames(), openProfanityFinder()];
  return createTextGate({ folderMap, vocabulary, places, profanity, ruling });
}
