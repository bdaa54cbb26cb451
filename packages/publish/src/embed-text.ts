import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { exifBlock } from './exif-block.ts';
import { app1, segmentMaxBytes, spliceMetadata, type JpegSegment } from './jpeg-segments.ts';
import { xmpPacket } from './xmp-packet.ts';

const exifSignature = 'Exif\0\0';
const xmpSignature = 'http://ns.adobe.com/xap/1.0/\0';

/** Most bytes of an XMP packet in a JPEG without the extended form, which many readers ignore (XMP part 3, section 1.1.3.1). */
const xmpMaxBytes = 65_502;

/**
 * The approved JPEG with the approved text and basic EXIF in it. Its compressed pixels stay byte for byte; whatever metadata it had goes.
 * The same photo always gives the same bytes. Throws when the text is longer than a JPEG can carry: nothing is cut.
 */
export function embedText(jpeg: Uint8Array, photo: PublishedPhoto): Uint8Array {
  return spliceMetadata(jpeg, textSegments(photo));
}

/** How many bytes the text of a photo takes in a JPEG. Throws as `embedText` does. */
export function embeddedBytes(photo: PublishedPhoto): number {
  return textSegments(photo).reduce((sum, { payload }) => sum + SEGMENT_HEADER_BYTES + payload.length, 0);
}

/** Two bytes of marker, two of length (ITU-T T.81, annex B.1.1.4). */
const SEGMENT_HEADER_BYTES = 4;

function textSegments(photo: PublishedPhoto): readonly JpegSegment[] {
  const exif = exifBlock(photo);
  const xmp = Buffer.from(xmpPacket(photo), 'utf8');
  const exifMaxBytes = segmentMaxBytes - exifSignature.length;
  if (xmp.length > xmpMaxBytes || exif.length > exifMaxBytes) {
    throw new RangeError(
      `the text of ${photo.fileName} takes ${xmp.length} bytes as XMP and ${exif.length} as EXIF, but a JPEG holds ${xmpMaxBytes} and ${exifMaxBytes}; nothing was sent; shorten caption, alt text or keywords`,
    );
  }
  return [
    { marker: app1, payload: Buffer.concat([Buffer.from(exifSignature, 'latin1'), exif]) },
    { marker: app1, payload: Buffer.concat([Buffer.from(xmpSignature, 'latin1'), xmp]) },
  ];
}
