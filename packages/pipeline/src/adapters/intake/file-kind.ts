import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { HEAD_BYTES, imageFormatOf } from '../image-format.ts';

/** Extensions that make a file a photo candidate without looking inside; what it really holds is for the decoder to say. */
const photoExtensions = new Set(
  (
    'jpg jpeg jpe jfif mpo png apng webp tif tiff avif gif heic heif hif bmp jp2 j2k jpf jpx jxl psd ' +
    '3fr arw cr2 cr3 crw dcr dng erf fff gpr iiq k25 kdc mef mos mrw nef nrw orf pef raf raw rw2 rwl sr2 srf srw x3f'
  ).split(' '),
);

/** What stands beside photos and is known not to be one, so that the report can call it by its name. */
const knownCompanions: Readonly<Record<string, string>> = {
  xmp: 'an XMP sidecar; metadata is read from the photo itself',
  aae: 'an Apple editing sidecar',
  thm: 'a thumbnail that a camera wrote beside a video',
  lrcat: 'a Lightroom catalogue',
  mov: 'a video',
  mp4: 'a video',
  m4v: 'a video',
  avi: 'a video',
  mts: 'a video',
  m2ts: 'a video',
  mkv: 'a video',
};

const systemNames = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  '@eadir',
  '#recycle',
  '#snapshot',
  '$recycle.bin',
  'system volume information',
  '__macosx',
  'lost+found',
  'picasa.ini',
]);

/** Why a name is passed over without looking at what it names; undefined when it is to be looked at. */
export function reasonToSkipName(name: string): string | undefined {
  if (systemNames.has(name.toLowerCase())) return 'a system file or folder';
  if (name.startsWith('.')) return 'hidden';
  if (name.includes('\u{FFFD}')) return 'its name is not valid Unicode; rename it to take it in';
  return undefined;
}

/** Whether the name alone makes it a photo candidate. */
export function isNamedLikeAPhoto(name: string): boolean {
  return photoExtensions.has(extname(name).slice(1).toLowerCase());
}

/** Why the file at `path` is no photo; undefined when it is one by its extension or by its first bytes. */
export async function reasonNoPhoto(path: string): Promise<string | undefined> {
  const extension = extname(path).slice(1).toLowerCase();
  if (isNamedLikeAPhoto(path)) return undefined;
  const companion = knownCompanions[extension];
  if (companion !== undefined) return companion;
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return imageFormatOf(buffer.subarray(0, bytesRead)) === undefined ? 'not a photo by its name or content' : undefined;
}
