import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Blocked, remedies } from '@proofline/domain/blocking.ts';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import { PublicationConflict, type Original } from '@proofline/domain/publication.ts';
import { sitePaths, type PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { contentSha256, fileSha256 } from './content-hash.ts';
import { targetPathParts } from './target-path.ts';
import { openSiteFolder } from './targets/site-folder.ts';
import { sweepFolder } from './targets/sweep-folder.ts';
import { unlessMissing } from './targets/unless-missing.ts';
import { copyWholeFile, writeWholeFile } from './whole-file.ts';
import { xmpPacket } from './xmp-packet.ts';

export type Archived = {
  /** Below the archive's folder, with `/`. */
  readonly path: string;
  readonly sha256: string;
  readonly sidecarPath: string;
  /** False when the original was there already. */
  readonly copied: boolean;
};

export type Archive = {
  /** Empty when originals can be put now; otherwise each problem in words for the operator. */
  problems(signal: AbortSignal): Promise<readonly string[]>;
  /**
   * Makes the archive hold the untouched original under the photo's published name, read back by its hash, and beside it the published text as an XMP
   * sidecar. Again is a no-op but for a text that changed. Throws `PublicationConflict` when another file stands there: an archive is
   * never overwritten.
   */
  put(photo: PublishedPhoto, original: Original, signal: AbortSignal): Promise<Archived>;
  /** Removes temporary files that a crash left behind; resolves with their paths. */
  sweep(signal: AbortSignal): Promise<readonly string[]>;
};

export type ArchiveOptions = {
  /** Absolute path; made when it is not there at the start. */
  readonly folder: string;
  /** Below this its disk counts as full. */
  readonly floorBytes: number;
  /** As that of an asset target: what its temporary files say is left over can be swept at once. */
  readonly sender?: string;
};

export function openArchive({ folder, floorBytes, sender }: ArchiveOptions): Archive {
  const place = openSiteFolder({ folder, floorBytes, name: 'archive' });
  const own = sender === undefined ? {} : { sender };
  const absolute = (path: string) => join(folder, ...targetPathParts(path));

  async function putOriginal(path: string, { files, sha256 }: Original, signal: AbortSignal): Promise<boolean> {
    const held = await unlessMissing(fileSha256(absolute(path), signal));
    if (held === sha256) return false;
    if (held !== null) {
      throw new PublicationConflict(
        `the archive holds another file as ${path}; it was not touched and nothing was published; move it away, then publish again`,
      );
    }
    await place.assertRoom();
    const source = await firstWhole(files, sha256, signal);
    if (source === null) {
      throw new Error(
        `the original for ${path} cannot be archived: none of ${files.join(', ')} has its content any more; nothing was published; put the original back where it was`,
      );
    }
    const onWritten = () => reachFaultPoint('archive-copy-written');
    await copyWholeFile(source, absolute(path), { sha256, onWritten, ...own }, signal);
    return true;
  }

  /** A sidecar that another program wrote stays, and ours stands beside it. */
  async function putSidecar(stem: string, packet: Uint8Array, signal: AbortSignal): Promise<string> {
    const existing = await unlessMissing(readFile(absolute(`${stem}.xmp`), { signal }));
    const path = existing === null || isOurs(existing) ? `${stem}.xmp` : `${stem}.proofline.xmp`;
    const held = await unlessMissing(readFile(absolute(path), { signal }));
    const sha256 = contentSha256(packet);
    if (held === null || contentSha256(held) !== sha256) {
      await place.assertRoom();
      await writeWholeFile(absolute(path), { bytes: packet, sha256, ...own }, signal);
    }
    return path;
  }

  return {
    sweep: (signal) => sweepFolder(folder, { sender }, signal),
    async problems(signal) {
      signal.throwIfAborted();
      const blocked = await place.blocked();
      return blocked === null ? [] : [`${blocked.message}; ${remedies[blocked.condition]}`];
    },
    async put(photo, original, signal) {
      const extension = extname(photo.originalFileName).toLowerCase();
      const { web } = sitePaths(photo);
      const stem = web.replace(/\.[^./]*$/, '');
      // To the letter, so that an archive of before, whose files have the names of the site, gets no second copy.
      const path = formatOf(extension) === 'image/jpeg' ? web : `${stem}${extension}`;
      try {
        await place.assertThere();
        const copied = await putOriginal(path, original, signal);
        reachFaultPoint('original-copied');
        const packet = Buffer.from(xmpPacket(photo, formatOf(extension)), 'utf8');
        const sidecarPath = await putSidecar(stem, packet, signal);
        return { path, sha256: original.sha256, sidecarPath, copied };
      } catch (error) {
        if (signal.aborted || error instanceof Blocked || error instanceof PublicationConflict) throw error;
        throw (await place.blocked()) ?? error;
      }
    },
  };
}

async function firstWhole(files: readonly string[], sha256: string, signal: AbortSignal): Promise<string | null> {
  for (const file of files) if ((await unlessMissing(fileSha256(file, signal))) === sha256) return file;
  return null;
}

/** Media types of what is taken in; of anything else the sidecar says nothing. */
const formats: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.jpe': 'image/jpeg',
  '.png': 'image/png',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
};

function formatOf(extension: string): string | null {
  return formats[extension] ?? null;
}

/** As our packets begin: no other program leaves out the toolkit that wrote them. */
function isOurs(sidecar: Uint8Array): boolean {
  return Buffer.from(sidecar).includes('<x:xmpmeta xmlns:x="adobe:ns:meta/">');
}
