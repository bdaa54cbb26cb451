/**
 * Why a photo can never go on, as a stable word for programs. A refusal ends that photo's path by name;
 * the rest of its set goes on. What may work next time is never a refusal: it is thrown and retried.
 */
export const refusalCodes = [
  'missing', // the original is gone
  'unreadable', // the original may not be read
  'changed', // the original changed while it was being read, or since it was accepted
  'empty-file',
  'not-a-photo', // no image format that we know
  'unsupported-format', // an image, but of a format that the decoder lacks (HEIC, BMP, JPEG XL)
  'camera-raw', // only a preview could be read, never the photo
  'animated',
  'multi-page',
  'truncated',
  'corrupt',
  'too-many-pixels',
  'too-small',
  'duplicate', // the same content is in the catalogue or earlier in the work
  'name-too-long',
  'blank', // nothing but full transparency
  'not-captionable', // the captioner refuses this very photo, and only this one
  'quarantined', // processes died over it, again and again
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export type Refusal = {
  readonly code: RefusalCode;
  /** What happened to this photo and what the person can do, in words; lower case start, no full stop. */
  readonly reason: string;
};

/** Thrown by adapters (decoder, reader, intake) for input that no retry can mend; the stage turns it into `cancelled`. */
export class RefusedPhoto extends Error {
  override readonly name = 'RefusedPhoto';
  readonly refusal: Refusal;

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(refusal.reason, options);
    this.refusal = refusal;
  }
}
