import { InvalidArgumentError } from 'commander';

/** An id as a person types it. */
export function parseId(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('An id is a whole number from 1.');
  return Number(text);
}

/** For arguments that may be given several times. */
export function collectIds(text: string, before: readonly number[] = []): readonly number[] {
  const id = parseId(text);
  return before.includes(id) ? before : [...before, id];
}

/** A sentence about a photo that names it, once. */
export function aboutPhoto(photoId: number, sentence: string): string {
  return new RegExp(`\\bphoto ${photoId}\\b`).test(sentence) ? sentence : `photo ${photoId}: ${sentence}`;
}
