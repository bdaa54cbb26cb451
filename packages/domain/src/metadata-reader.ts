import type { PhotoFields } from './photo-metadata.ts';

/** Reads what a photo file says about itself. */
export type MetadataReader = {
  /** Changes whenever the same file may be read otherwise. */
  readonly version: string;
  /**
   * Reads EXIF, XMP and IPTC of the file at `path` (absolute) without decoding pixels. Agrees with exiftool on every field
   * of `PhotoFields`; a field that the file does not say, or says in a broken way, is absent. Damaged metadata never
   * refuses a photo. Bounded in time and memory; honours `signal` within a second.
   */
  read(path: string, signal: AbortSignal): Promise<PhotoFields>;
};
