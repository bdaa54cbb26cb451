import { sayingOf, shinglesOf } from './text-likeness.ts';

/**
 * Finds, among any number of texts, those that may be alike, without looking at each. Of every text only the first few of its shingles are indexed, in an
 * order that is the same for all: two texts of which the share `threshold` is common cannot avoid each other there (prefix filtering). Nothing alike is missed; what
 * is found has to be compared, and texts that have changed since are found by their old words too.
 */
export type TextIndex<Key> = {
  add(key: Key, text: string): void;
  candidates(text: string): ReadonlySet<Key>;
};

export function createTextIndex<Key>(threshold: number): TextIndex<Key> {
  const keysByHash = new Map<number, Key[]>();
  const hashesOf = (text: string): readonly number[] => {
    const saying = sayingOf(text);
    const hashes = Array.from(shinglesOf(text), hashOf).toSorted((a, b) => a - b);
    const most = hashes.length - Math.ceil(threshold * hashes.length) + 1;
    return [...hashes.slice(0, most), ...(saying === '' ? [] : [hashOf(`= ${saying}`)])];
  };
  return {
    add(key, text) {
      for (const hash of hashesOf(text)) {
        const keys = keysByHash.get(hash);
        if (keys === undefined) keysByHash.set(hash, [key]);
        else if (!keys.includes(key)) keys.push(key);
      }
    },
    candidates: (text) => new Set(hashesOf(text).flatMap((hash) => keysByHash.get(hash) ?? [])),
  };
}

/** FNV-1a, 32 bits. Different shingles with one hash cost a comparison, no more. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
