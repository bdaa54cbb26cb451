import type { PhotoFields } from './photo-metadata.ts';

/** Where the sun stood when a photo was taken. */
export type Sky = {
  /** Degrees above the horizon; null where the file does not say both when and where. Never guessed. */
  sunAltitudeDegrees(fields: PhotoFields): number | null;
};
