import { publicAddress, type FoundPhoto, type PhotoListItem, type PhotoLists } from '@proofline/domain/photo-list.ts';
import type Database from 'better-sqlite3';

/** A photo `p` as lists show it. */
export const LISTED = `p.id, p.set_id AS setId, p.original_file_name AS originalFileName, p.stage, p.state,
  (SELECT f.name FROM file_names f WHERE f.photo_id = p.id AND f.state IN ('reserved', 'published')) AS fileName`;

/** Photos of one block of migration 0021: what is looked through at once. */
const BLOCK_BITS = 14;
/** Looking goes on with the next request: everything else waits while this process looks. */
const LONGEST_MS = 8;

type Listed = PhotoListItem & { readonly publicationId: number | null; readonly webUrl: string | null };

type Range = { readonly match: string; readonly before: number; readonly limit: number };

/** Newest first, block by block: no word is so frequent, and no two so seldom together, that a search takes longer with more photos. */
export function createPhotoSearch(sqlite: Database.Database): PhotoLists['search'] {
  const newest = sqlite.prepare<[], number | null>('SELECT max(id) FROM photos').pluck();
  const within = sqlite
    .prepare<[Range], number>(
      `SELECT rowid FROM photo_search WHERE photo_search MATCH @match AND rowid < @before ORDER BY rowid DESC LIMIT @limit`,
    )
    .pluck();
  // In this order, or SQLite goes through all photos to have them sorted.
  const listed = sqlite.prepare<[string], Listed>(
    `SELECT ${LISTED}, s.id AS publicationId, s.published_photo ->> 'webUrl' AS webUrl
     FROM json_each(?) wanted CROSS JOIN photos p ON p.id = wanted.value
     LEFT JOIN publications s ON s.id = (SELECT max(id) FROM publications WHERE photo_id = p.id AND state = 'published')
     ORDER BY wanted.key`,
  );

  return ({ words, before = Number.MAX_SAFE_INTEGER, limit }) => {
    const startedAtMs = performance.now();
    const ids: number[] = [];
    let next = Math.min(before, (newest.get() ?? 0) + 1);
    while (ids.length < limit && next > 1) {
      const block = (next - 1) >> BLOCK_BITS;
      // In quotes nothing is an operator.
      const match = [`zqblock${block}`, ...words].map((word) => `"${word.replaceAll('"', '')}"`).join(' AND ');
      ids.push(...within.all({ match, before: next, limit: limit - ids.length }));
      next = ids.length === limit ? ids.at(-1)! : Math.max(1, block << BLOCK_BITS);
      if (performance.now() - startedAtMs > LONGEST_MS) break;
    }
    return { photos: listed.all(JSON.stringify(ids)).map(found), before: next > 1 ? next : null };
  };
}

function found({ publicationId, webUrl, ...photo }: Listed): FoundPhoto {
  return { ...photo, onSite: publicationId === null ? null : { publicationId, webUrl: publicAddress(webUrl) } };
}
