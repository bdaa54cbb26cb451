import { createPostingLists, doubled } from './posting-lists.ts';
import { sayingOf, shinglesOf } from './text-likeness.ts';

/**
 * Finds, among any number of texts, those that may be alike, without looking at each. A text that shares `threshold` of its shingles with another one cannot avoid
 * all of the other's few rarest (prefix filtering): only texts that have one of these are looked at, and their shingles counted. How few they are depends on both
 * lengths, so each length has lists of its own. Nothing alike is missed, however many texts begin or end with the same words. What is found has to be compared:
 * hashes may collide, and texts are found by their old words too.
 */
export type TextIndex = {
  /** `key` is a whole number. It stays under what it said before: a transaction that writes the new words may fail. */
  add(key: number, text: string): void;
  candidates(text: string): TextCandidates;
};

export type TextCandidates = {
  /** What may say the same, oldest first. */
  readonly same: readonly number[];
  /** What else may share the threshold, most alike first. */
  readonly alike: readonly number[];
};

/** Below the smallest difference of two shares, above what arithmetic gets wrong. */
const EPSILON = 1e-9;
const NONE = -1;
const FIRST_SIZE = 1024;

export function createTextIndex(threshold: number): TextIndex {
  const lists = createPostingLists();
  /** One number for each text that a key has or had. */
  const keys: number[] = [];
  const olders: number[] = [];
  const newestOf = new Map<number, number>();
  /** The hash of what it says, then those of its shingles; the next text begins where it ends. */
  let hashes = new Uint32Array(FIRST_SIZE);
  const starts: number[] = [0];
  const sayingIn = (of: number) => hashes[starts[of]!]!;
  const shinglesIn = (of: number) => hashes.subarray(starts[of]! + 1, starts[of + 1]);

  function isKnown(key: number, saying: number, own: Uint32Array): boolean {
    for (let of = newestOf.get(key) ?? NONE; of !== NONE; of = olders[of]!) {
      const had = shinglesIn(of);
      if (sayingIn(of) === saying && had.length === own.length && own.every((hash, at) => hash === had[at]))
        return true;
    }
    return false;
  }

  function keep(key: number, saying: number, own: Uint32Array): number {
    const of = keys.push(key) - 1;
    olders.push(newestOf.get(key) ?? NONE);
    newestOf.set(key, of);
    const start = starts[of]!;
    const end = start + 1 + own.length;
    while (end > hashes.length) hashes = doubled(hashes);
    hashes[start] = saying;
    hashes.set(own, start + 1);
    starts.push(end);
    return of;
  }

  /** Every text of this many shingles that may share the threshold has one of these: it has to share more than are left without them. */
  function rarest(own: Uint32Array, length: number): readonly number[] {
    const shared = Math.ceil((threshold / (1 + threshold)) * (own.length + length) - EPSILON);
    const listed = Array.from(own, (hash) => listOf(hash, length));
    const counts = new Map(listed.map((list) => [list, lists.count(list)]));
    return listed.toSorted((a, b) => counts.get(a)! - counts.get(b)!).slice(0, Math.max(0, own.length - shared + 1));
  }

  function alike(own: Uint32Array, isLooked: (of: number) => boolean): ReadonlyMap<number, number> {
    const likeness = new Map<number, number>();
    const found = new Set<number>();
    const longest = Math.floor(own.length / threshold + EPSILON);
    for (let length = Math.ceil(own.length * threshold - EPSILON); length <= longest; length += 1)
      for (const list of rarest(own, length)) lists.each(list, (of) => found.add(of));
    for (const of of found) {
      if (!isLooked(of)) continue;
      const share = shareOf(own, hashes, starts[of]! + 1, starts[of + 1]!);
      const key = keys[of]!;
      if (share >= threshold - EPSILON) likeness.set(key, Math.max(share, likeness.get(key) ?? 0));
    }
    return likeness;
  }

  return {
    add(key, text) {
      const own = hashesOf(text);
      const saying = sayingHash(text);
      if (isKnown(key, saying, own)) return;
      const of = keep(key, saying, own);
      for (const hash of own) lists.add(listOf(hash, own.length), of);
      if (saying !== SAYS_NOTHING) lists.add(saying, of);
    },

    candidates(text) {
      const saying = sayingHash(text);
      const same = new Set<number>();
      if (saying !== SAYS_NOTHING) lists.each(saying, (of) => same.add(keys[of]!));
      const others = alike(hashesOf(text), (of) => saying === SAYS_NOTHING || sayingIn(of) !== saying);
      return {
        same: [...same].toReversed(),
        alike: [...others].toSorted(([a, one], [b, other]) => other - one || a - b).map(([key]) => key),
      };
    },
  };
}

/** Of a shingle in texts of this many. */
function listOf(hash: number, length: number): number {
  return Math.imul(hash ^ length, 0x01000193) >>> 0;
}

/** Of every shingle, sorted. Where two have one hash it stands there twice, so that their number is right. */
function hashesOf(text: string): Uint32Array<ArrayBuffer> {
  return Uint32Array.from(shinglesOf(text), hashOf).toSorted();
}

const sayingHash = (text: string) => hashOf(`= ${sayingOf(text)}`);
/** Little words only, or none: such texts have nothing in common by that. */
const SAYS_NOTHING = sayingHash('');

/** Jaccard's measure by hashes, which is never less than that by words; of `a` and what stands in `all` from `start` to `end`. */
function shareOf(a: Uint32Array, all: Uint32Array, start: number, end: number): number {
  let shared = 0;
  for (let at = 0, other = start; at < a.length && other < end;) {
    const one = a[at]!;
    const two = all[other]!;
    if (one === two) shared += 1;
    if (one <= two) at += 1;
    if (one >= two) other += 1;
  }
  return shared / (a.length + end - start - shared);
}

/** FNV-1a, 32 bits. Different shingles with one hash cost a comparison, no more. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
