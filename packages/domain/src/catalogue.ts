import type { PublishedPhoto } from './published-photo.ts';

/**
 * The table that the website reads. `fileName` is its business key; the site's own id is given by the site and never changes.
 * Adapters share one conformance suite.
 */
export type Catalogue = {
  readonly id: string;
  /** Empty when rows can be written now; otherwise each problem in words for the operator. */
  problems(signal: AbortSignal): Promise<readonly string[]>;
  /** What keeps the table from holding this photo's row, in words; empty when nothing does. Asked before the first file is sent. */
  misfits(photo: PublishedPhoto, signal: AbortSignal): Promise<readonly string[]>;
  /**
   * Inserts or updates the row of `photo.fileName` in one transaction, reads it back and compares every column; throws when the
   * table holds anything else afterwards, `RowRefused` when it takes no such row, and `PublicationConflict` when it takes the name for that of
   * another row. Resolves with the site's id and whether the row changed.
   */
  upsert(photo: PublishedPhoto, signal: AbortSignal): Promise<{ readonly remoteId: number; readonly changed: boolean }>;
  /** The row as the site holds it, to put it back later; null when there is none. Throws `PublicationConflict` as `upsert` does. */
  read(fileName: string, signal: AbortSignal): Promise<CatalogueRow | null>;
  /** Puts a row back exactly as `read` gave it, id included. */
  restore(row: CatalogueRow, signal: AbortSignal): Promise<void>;
  /** Removing a row that is not there is not an error. */
  remove(fileName: string, signal: AbortSignal): Promise<void>;
  /**
   * At most `limit` rows with an id above `afterId` (null: from the first), by rising id, whoever wrote them. Empty at the end of the
   * table. `entriesOf` goes through all of them.
   */
  page(afterId: number | null, limit: number, signal: AbortSignal): Promise<readonly CatalogueEntry[]>;
  close(): Promise<void>;
};

/** One row of the site in the domain's words, as it stands there: a row that somebody else wrote may hold anything, or nothing. */
export type CatalogueEntry = {
  readonly remoteId: number;
  readonly fileName: string;
  readonly originalFileName: string | null;
  readonly folderKey: string | null;
  /** Addresses or site-relative paths, percent-encoded by some writers and not by others. */
  readonly webUrl: string | null;
  readonly thumbUrl: string | null;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  /** `YYYY:MM:DD HH:MM:SS` from most writers, `YYYY-MM-DD HH:MM:SS` from some. */
  readonly dateTime: string | null;
  readonly caption: string | null;
  readonly altText: string | null;
  /** Separated by commas. */
  readonly keywords: string | null;
  readonly location: string | null;
  /** The published columns and the id, for comparing one catalogue with another column by column. */
  readonly row: CatalogueRow;
};

/** A row under the site's own column names; opaque outside the adapter that wrote it. */
export type CatalogueRow = Readonly<Record<string, string | number | null>>;

const ENTRIES_PER_PAGE = 1_000;

/** Every row by rising id, never more than one page of them in memory. A row that is written meanwhile may be missed; none comes twice. */
export async function* entriesOf(
  catalogue: Pick<Catalogue, 'page'>,
  signal: AbortSignal,
  perPage = ENTRIES_PER_PAGE,
): AsyncGenerator<CatalogueEntry, void, undefined> {
  let afterId: number | null = null;
  for (;;) {
    const page: readonly CatalogueEntry[] = await catalogue.page(afterId, perPage, signal);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < perPage) return;
    afterId = last.remoteId;
  }
}
