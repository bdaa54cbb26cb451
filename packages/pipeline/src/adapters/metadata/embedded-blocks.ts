import { memorySource, type ByteSource } from './byte-source.ts';
import { exifTags } from './exif-fields.ts';
import type { MetadataBlocks } from './metadata-blocks.ts';
import { EXIF_RESOURCE, IPTC_RESOURCE, readPhotoshopResources, XMP_RESOURCE } from './photoshop-resources.ts';
import { keepTag, readTiffTags, type TiffTags } from './tiff-directory.ts';
import type { TiffValue } from './tiff-value.ts';

/** Tags under which a TIFF structure carries other metadata: XMP, IPTC and Photoshop's resources. */
const XMP_TAG = 0x02bc;
const IPTC_TAG = 0x83bb;
const PHOTOSHOP_TAG = 0x8649;
const tagsToRead = new Set([...exifTags, XMP_TAG, IPTC_TAG, PHOTOSHOP_TAG]);

export type OpenedBlocks = {
  readonly tags: TiffTags;
  readonly xmp: readonly Buffer[];
  readonly iptc: readonly Buffer[];
};

/** Opens what is wrapped: Photoshop's resources hold EXIF, XMP and IPTC; a TIFF structure holds XMP, IPTC and Photoshop's resources. */
export function openEmbeddedBlocks(blocks: MetadataBlocks): OpenedBlocks {
  const outer = resourcesIn(blocks.photoshop);
  const tags = readAllTags([...blocks.tiff, ...outer(EXIF_RESOURCE).map(memorySource)]);
  const inTiff = (tag: number) => [tags.ifd0.get(tag)?.bytes].filter((bytes) => bytes !== undefined);
  const inner = resourcesIn(inTiff(PHOTOSHOP_TAG));
  return {
    tags,
    xmp: [...blocks.xmp, ...outer(XMP_RESOURCE), ...inTiff(XMP_TAG), ...inner(XMP_RESOURCE)],
    iptc: [...blocks.iptc, ...outer(IPTC_RESOURCE), ...inTiff(IPTC_TAG), ...inner(IPTC_RESOURCE)],
  };
}

function resourcesIn(blocks: readonly Buffer[]): (id: number) => readonly Buffer[] {
  const resources = blocks.flatMap((block) => [...readPhotoshopResources(block)]);
  return (id) => resources.filter((resource) => resource.id === id).map(({ data }) => data);
}

function readAllTags(structures: readonly ByteSource[]): TiffTags {
  const all = {
    ifd0: new Map<number, TiffValue>(),
    exif: new Map<number, TiffValue>(),
    gps: new Map<number, TiffValue>(),
  };
  for (const structure of structures) {
    const tags = readTiffTags(structure, tagsToRead);
    if (tags === null) continue;
    for (const name of ['ifd0', 'exif', 'gps'] as const) {
      for (const [tag, value] of tags[name]) keepTag(all[name], tag, value);
    }
  }
  return all;
}
