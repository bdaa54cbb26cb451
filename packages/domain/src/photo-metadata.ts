/**
 * Photo metadata under the names of the IPTC Photo Metadata Standard and EXIF, in camelCase (house glossary).
 * A field that is not known is absent, never an empty string or NaN.
 */
export type PhotoFields = {
  /** Camera maker and model as the file gives them, trimmed. */
  readonly make?: string;
  readonly model?: string;
  readonly lensModel?: string;
  /** EXIF wall time `YYYY-MM-DDTHH:MM:SS`: local to the place of the photo, no zone. */
  readonly dateTimeOriginal?: string;
  /** `+HH:MM`, `-HH:MM` or `Z`; only some files have it. Kept apart from the wall time. */
  readonly offsetTimeOriginal?: string;
  /** Digits after the second's decimal point. */
  readonly subSecTimeOriginal?: string;
  /** EXIF orientation tag, 1–8. Not degrees. */
  readonly orientation?: number;
  /** As stored, before orientation. */
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly fNumber?: number;
  readonly exposureTimeSeconds?: number;
  readonly iso?: number;
  readonly focalLengthMm?: number;
  readonly focalLengthIn35mmFormatMm?: number;
  /** Decimal degrees, WGS 84, south and west negative. Held for inference; leaves only if the operator's switch says so. */
  readonly gpsLatitude?: number;
  readonly gpsLongitude?: number;
  readonly headline?: string;
  readonly title?: string;
  /** IPTC Description: the caption. */
  readonly description?: string;
  /** IPTC Alt Text (Accessibility). */
  readonly altTextAccessibility?: string;
  readonly keywords?: readonly string[];
  readonly creator?: readonly string[];
  readonly creditLine?: string;
  readonly copyrightNotice?: string;
  /** Our reading of quality, 1 worst … 10 best, where a person overrode the computed one. */
  readonly qualityRating?: number;
};

export type PhotoField = keyof PhotoFields;

/** Who said it. A later layer wins field by field; no layer is ever overwritten by another. */
export const metadataLayers = ['file', 'inferred', 'person'] as const;
export type MetadataLayer = (typeof metadataLayers)[number];
export type LayeredMetadata = { readonly [Layer in MetadataLayer]: PhotoFields };

export const noMetadata: LayeredMetadata = { file: {}, inferred: {}, person: {} };

/** The value that is published: what a person wrote, else what was inferred, else what the file said. */
export function publishedFields(layers: LayeredMetadata): PhotoFields {
  return { ...layers.file, ...layers.inferred, ...layers.person };
}

/** Which layer a published field comes from; undefined when no layer has it. */
export function fieldOrigin(layers: LayeredMetadata, field: PhotoField): MetadataLayer | undefined {
  return metadataLayers.findLast((layer) => layers[layer][field] !== undefined);
}
