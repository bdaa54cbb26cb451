import type { PhotoListItem, PhotoLists } from '@proofline/domain/photo-list.ts';
import type Database from 'better-sqlite3';

/** Photos that are looked through at once; two words that each stand in half of them and in none together cost some 2 ms. */
const WINDOW = 50_000;
/** Looking goes on with the next request: everything else waits while this process looks. */
const LONGEST_MS = 8;

type Range = { readonly match: string; readonly from: number; readonly before: number; readonly limit: number };

/** Newest first, window by window: no word is so frequent, and no two so seldom together, that a search takes longer with more photos. */
export function createPhotoSearch(
  sqlite: Database.Database,
  items: Database.Statement<[{ ids: string; after: number; limit: number }], PhotoListItem>,
): PhotoLists['search'] {
  const newest = sqlite.prepare<[], number | null>('SELECT max(id) FROM photos').pluck();
  const within = sqlite
    .prepare<[Range], number>(
      `SELECT rowid FROM photo_search WHERE photo_search MATCH @match AND rowid >= @from AND rowid < @before
       ORDER BY rowid DESC LIMIT @limit`,
    )
    .pluck();

  return ({ words, before = Number.MAX_SAFE_INTEGER, limit }) => {
    // In quotes nothing is an operator.
    const match = words.map((word) => `"${word.replaceAll('"', '')}"`).join(' AND ');
    const startedAtMs = performance.now();
    const ids: number[] = [];
    let next = Math.min(before, (newest.get() ?? 0) + 1);
    while (ids.length < limit && next > 1) {
      const from = Math.max(1, next - WINDOW);
      ids.push(...within.all({ match, from, before: next, limit: limit - ids.length }));
      next = ids.length === limit ? ids.at(-1)! : from;
      if (performance.now() - startedAtMs >= LONGEST_MS) break;
    }
    const photos = items.all({ ids: JSON.stringify(ids), after: 0, limit });
    return { photos: photos.toReversed(), before: next > 1 ? next : null };
  };
}
