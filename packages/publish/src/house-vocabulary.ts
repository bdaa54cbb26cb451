import type { HouseVocabulary } from '@proofline/domain/house-vocabulary.ts';
import { slug } from '@proofline/domain/slug.ts';
import type { SqliteCatalogue } from './catalogues/sqlite.ts';

/** Rows that are looked at: what was published long ago says less of how words are used now. */
const ROWS = 500;
const WORDS = 30;
/** A set's photos follow each other, and the table has tens of thousands of rows. */
const KEPT_MS = 60_000;

/**
 * From the site's own table, so that what was published before Proofline counts as well. While a row is being written there, or its disk is full, read-only
 * or broken, what was known last: these words advise, and nobody who looks at a photo shall wait for them or fail with them. Publishing says what is wrong.
 */
export function createHouseVocabulary(
  catalogue: Pick<SqliteCatalogue, 'keywordsOf'>,
  now: () => number = () => performance.now(),
): HouseVocabulary {
  const kept = new Map<string, { readonly words: readonly string[]; readonly atMs: number }>();
  return {
    usualKeywords({ subject, location }) {
      const key = JSON.stringify([subject, location]);
      const known = kept.get(key);
      if (known !== undefined && now() - known.atMs < KEPT_MS) return known.words;
      const rows = readable(() => catalogue.keywordsOf({ location, fileNameStart: `${slug(subject)}_` }, ROWS));
      if (rows === null) return known?.words ?? [];
      const words = mostUsed(rows);
      if (kept.size > 100) kept.clear();
      kept.set(key, { words, atMs: now() });
      return words;
    },
  };
}

/** Null where the file cannot be read as it is now. */
function readable<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    if (isUnreadable(error)) return null;
    throw error;
  }
}

/** A statement that is wrong (`SQLITE_ERROR`) is a bug, and no state of a file. */
function isUnreadable(error: unknown): boolean {
  const states = /^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN|PROTOCOL|CORRUPT|NOTADB)/;
  return error instanceof Error && 'code' in error && states.test(String(error.code));
}

/** Spelt as lately; those that are used as often stand in the order of the alphabet. */
function mostUsed(lists: readonly string[]): readonly string[] {
  const uses = new Map<string, { word: string; times: number }>();
  for (const word of lists.flatMap((list) => list.split(',')).map((one) => one.trim())) {
    const key = word.toLowerCase();
    if (key !== '') uses.set(key, { word: uses.get(key)?.word ?? word, times: (uses.get(key)?.times ?? 0) + 1 });
  }
  return [...uses.values()]
    .toSorted((a, b) => b.times - a.times || (a.word < b.word ? -1 : 1))
    .slice(0, WORDS)
    .map(({ word }) => word);
}
