import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import type { ImageFormat } from '../image-format.ts';
import { isCutShort } from './cut-short.ts';

/**
 * libvips tells why it failed in text only. These are phrases of its JPEG and GIF readers and of libjpeg's `jerror.h`;
 * the version of sharp is pinned and the test photos hold one file for each.
 */
const endedEarly = /premature end of JPEG image|Unexpected end of GIF source data/;
const damagedPixels =
  /premature end of data segment|bad Huffman code|bad arithmetic code|extraneous bytes before marker 0xd[0-7]|instead of RST|Inconsistent progression/;

/** Names what is wrong with a file that the decoder gave up on. */
export async function refusalOfDecoding(path: string, format: ImageFormat, cause: unknown): Promise<RefusedPhoto> {
  if (endedEarly.test(textOf(cause)) || (await isCutShort(path, format))) {
    return new RefusedPhoto(
      {
        code: 'truncated',
        reason: `the ${format.name} file ends before the picture does; copy it from the camera again`,
      },
      { cause },
    );
  }
  return new RefusedPhoto(
    {
      code: 'corrupt',
      reason: `the ${format.name} file is damaged and cannot be decoded; copy it from the camera again`,
    },
    { cause },
  );
}

/** Whether a decoder that stops at every warning stopped for one that leaves the picture whole, such as stray bytes in a header. */
export function leavesPictureWhole(cause: unknown): boolean {
  return !endedEarly.test(textOf(cause)) && !damagedPixels.test(textOf(cause));
}

function textOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
