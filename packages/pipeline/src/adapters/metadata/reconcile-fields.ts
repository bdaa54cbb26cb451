import type { PhotoField, PhotoFields } from '@proofline/domain/photo-metadata.ts';

/** What each standard says of one photo. */
export type FieldSources = {
  readonly container: PhotoFields;
  readonly exif: PhotoFields;
  readonly xmp: PhotoFields;
  readonly iptc: PhotoFields;
  readonly xmpDateCreated: PhotoFields;
  readonly pngText: PhotoFields;
};

type Source = keyof FieldSources;
type Precedence = { readonly fields: readonly PhotoField[]; readonly sources: readonly Source[] };

/**
 * Who is believed, field by field. Fields of one row belong together and come from one source: the first that has any of them.
 *
 * Camera data: EXIF, then XMP (Metadata Working Group, Guidelines for Handling Image Metadata 2.0, ch. 3: EXIF is written by the
 * device, its XMP form is a copy). The time falls back to IPTC's and XMP's Date Created, in the order of exiftool's composite
 * DateTimeOriginal.
 *
 * Texts: XMP, then IPTC, then EXIF. The guidelines would take a description, creator or copyright from EXIF first; we do not, since
 * cameras fill these with their own name (`OLYMPUS DIGITAL CAMERA`) or the owner's, IPTC is cut at 32 to 2000 bytes, and what a
 * person edits today is XMP. The guidelines' IPTC digest, which would put a newer IPTC before XMP, is not used: widespread writers
 * leave it out of date (exiftool warns of this on our own test photos).
 */
const precedence: readonly Precedence[] = [
  { fields: ['widthPx', 'heightPx'], sources: ['container'] },
  { fields: ['make'], sources: ['exif', 'xmp', 'pngText'] },
  { fields: ['model'], sources: ['exif', 'xmp', 'pngText'] },
  { fields: ['lensModel'], sources: ['exif', 'xmp'] },
  {
    fields: ['dateTimeOriginal', 'offsetTimeOriginal', 'subSecTimeOriginal'],
    sources: ['exif', 'xmp', 'iptc', 'xmpDateCreated'],
  },
  { fields: ['orientation'], sources: ['exif', 'xmp'] },
  { fields: ['fNumber'], sources: ['exif', 'xmp'] },
  { fields: ['exposureTimeSeconds'], sources: ['exif', 'xmp'] },
  { fields: ['iso'], sources: ['exif', 'xmp'] },
  { fields: ['focalLengthMm'], sources: ['exif', 'xmp'] },
  { fields: ['focalLengthIn35mmFormatMm'], sources: ['exif', 'xmp'] },
  { fields: ['gpsLatitude', 'gpsLongitude'], sources: ['exif', 'xmp'] },
  { fields: ['title'], sources: ['xmp', 'iptc', 'pngText'] },
  { fields: ['headline'], sources: ['xmp', 'iptc'] },
  { fields: ['description'], sources: ['xmp', 'iptc', 'exif', 'pngText'] },
  { fields: ['altTextAccessibility'], sources: ['xmp'] },
  { fields: ['keywords'], sources: ['xmp', 'iptc'] },
  { fields: ['creator'], sources: ['xmp', 'iptc', 'exif', 'pngText'] },
  { fields: ['creditLine'], sources: ['xmp', 'iptc'] },
  { fields: ['copyrightNotice'], sources: ['xmp', 'iptc', 'exif', 'pngText'] },
];

export function reconcileFields(sources: FieldSources): PhotoFields {
  const chosen = precedence.flatMap(({ fields, sources: order }) => {
    // The first field of a row decides: an offset without its time says nothing, a time without an offset does.
    const [leading] = fields;
    const holds = (source: Source, field: PhotoField | undefined) =>
      field !== undefined && sources[source][field] !== undefined;
    const source =
      order.find((name) => holds(name, leading)) ?? order.find((name) => fields.some((field) => holds(name, field)));
    if (source === undefined) return [];
    return fields.filter((field) => holds(source, field)).map((field) => [field, sources[source][field]]);
  });
  return Object.fromEntries(chosen) as PhotoFields;
}
