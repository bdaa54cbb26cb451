import { pictureSoFar, type PictureSoFar } from './jpeg-segments.ts';

/**
 * Whether `part` is what a server kept of `whole` when it stored it short: its beginning byte for byte, or the beginning of the same picture with
 * another text before it. Nobody else has a file like that. An empty one is the beginning of everything.
 */
export function isCutShort(part: Uint8Array, whole: Uint8Array): boolean {
  if (part.length >= whole.length) return false;
  if (isBeginning(part, whole)) return true;
  const [kept, sent] = [pictureSoFar(part), pictureSoFar(whole)];
  return kept !== null && sent !== null && isBeginningOfPicture(kept, sent);
}

function isBeginningOfPicture(kept: PictureSoFar, sent: PictureSoFar): boolean {
  return Buffer.compare(kept.tables, sent.tables) === 0 && isBeginning(kept.scans, sent.scans);
}

function isBeginning(part: Uint8Array, whole: Uint8Array): boolean {
  return part.length < whole.length && Buffer.compare(part, whole.subarray(0, part.length)) === 0;
}
