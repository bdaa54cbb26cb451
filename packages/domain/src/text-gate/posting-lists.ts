const NONE = -1;
const FIRST_SIZE = 1024;

/**
 * Whole numbers from 0 on under 32-bit hashes, in flat arrays: 8 bytes a number and some 20 a hash. A Map of arrays takes five times as much where
 * most hashes have one number only, and the collector looks at each of them again and again.
 */
export type PostingLists = {
  add(hash: number, value: number): void;
  /** How many values were added under this hash. */
  count(hash: number): number;
  /** The newest first. */
  each(hash: number, visit: (value: number) => void): void;
};

export function createPostingLists(): PostingLists {
  let hashes = new Uint32Array(FIRST_SIZE);
  let counts = new Uint32Array(FIRST_SIZE);
  let newest = new Int32Array(FIRST_SIZE);
  let lists = 0;
  /** Open addressing: numbers of lists, at most half full. */
  let places = new Int32Array(2 * FIRST_SIZE).fill(NONE);

  let values = new Int32Array(FIRST_SIZE);
  let olders = new Int32Array(FIRST_SIZE);
  let postings = 0;

  /** Where the list of this hash is, or would be. */
  function placeOf(hash: number): number {
    const mask = places.length - 1;
    // The low bits alone would put hashes that were sorted by them side by side.
    let place = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
    while (places[place] !== NONE && hashes[places[place]!] !== hash) place = (place + 1) & mask;
    return place;
  }

  function addList(hash: number): number {
    if (lists === hashes.length) {
      hashes = doubled(hashes);
      counts = doubled(counts);
      newest = doubled(newest);
      places = new Int32Array(2 * hashes.length).fill(NONE);
      for (let list = 0; list < lists; list += 1) places[placeOf(hashes[list]!)] = list;
    }
    hashes[lists] = hash;
    newest[lists] = NONE;
    places[placeOf(hash)] = lists;
    lists += 1;
    return lists - 1;
  }

  return {
    add(hash, value) {
      const known = places[placeOf(hash)]!;
      const list = known === NONE ? addList(hash) : known;
      if (postings === values.length) {
        values = doubled(values);
        olders = doubled(olders);
      }
      values[postings] = value;
      olders[postings] = newest[list]!;
      newest[list] = postings;
      counts[list]! += 1;
      postings += 1;
    },
    count(hash) {
      const list = places[placeOf(hash)]!;
      return list === NONE ? 0 : counts[list]!;
    },
    each(hash, visit) {
      const list = places[placeOf(hash)]!;
      if (list === NONE) return;
      for (let at = newest[list]!; at !== NONE; at = olders[at]!) visit(values[at]!);
    },
  };
}

/** The same at the beginning of twice the room. */
export function doubled<Numbers extends Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(numbers: Numbers): Numbers {
  const larger = new (numbers.constructor as new (length: number) => Numbers)(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
