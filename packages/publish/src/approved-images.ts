import { readFile } from 'node:fs/promises';
import type { PublishRequest } from '@proofline/domain/publication.ts';
import { ApprovalVoid } from '@proofline/domain/publication.ts';
import { contentSha256 } from './content-hash.ts';

/** The bytes of the approved renditions. Throws `ApprovalVoid` when a file is not the one that was approved, naming each that is not. */
export async function readApprovedImages(
  { photo, webFile, thumbFile }: PublishRequest,
  signal: AbortSignal,
): Promise<{ readonly web: Uint8Array; readonly thumb: Uint8Array }> {
  const [web, thumb] = await Promise.all(
    [webFile, thumbFile].map((file) => readRendition(file, photo.fileName, signal)),
  );
  const changed = [...differs('web image', web, photo.web.sha256), ...differs('thumbnail', thumb, photo.thumb.sha256)];
  if (changed.length === 0 && web !== undefined && thumb !== undefined) return { web, thumb };
  throw new ApprovalVoid(
    `${changed.join(' and ')} of ${photo.fileName} changed after approval; nothing was sent; render the photo again and approve it`,
  );
}

function differs(what: string, bytes: Uint8Array | undefined, approvedSha256: string): readonly string[] {
  return bytes !== undefined && contentSha256(bytes) === approvedSha256 ? [] : [what];
}

async function readRendition(file: string, fileName: string, signal: AbortSignal): Promise<Uint8Array> {
  try {
    return await readFile(file, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Error(
      `the approved image ${file} of ${fileName} cannot be read; nothing was sent; render the photo again`,
      {
        cause: error,
      },
    );
  }
}
