import type { Dossier } from '../dossier.ts';
import type { GateText } from './finding.ts';
import type { SimilarTexts } from './gate-context.ts';

/** Texts of all photos, here and on the site, found by likeness: the port behind `SimilarTexts`. */
export type TextLookup = {
  /** Those of every photo but this one. */
  besides(dossier: Pick<Dossier, 'photo' | 'fileName'>): SimilarTexts;
  /** Those of the other frames of the photo's burst, as far as they have words. */
  burstMates(photoId: number): readonly GateText[];
};
