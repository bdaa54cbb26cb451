import type { PublishedPhoto } from './published-photo.ts';

/**
 * The table that the website reads. `fileName` is its business key; the site's own id is given by the site and never changes.
 * Adapters share one conformance suite.
 */
export type Catalogue = {
  readonly id: string;
  /** Empty when rows can be written now; otherwise each problem in words for the operator. */
  problems(signal: AbortSignal): Promise<readonly string[]>;
  /**
   * Inserts or updates the row of `photo.fileName` in one transaction, reads it back and compares every column; throws when the
   * table holds anything else afterwards. Resolves with the site's id and whether the row changed.
   */
  upsert(photo: PublishedPhoto, signal: AbortSignal): Promise<{ readonly remoteId: number; readonly changed: boolean }>;
  /** The row as the site holds it, to put it back later; null when there is none. */
  read(fileName: string, signal: AbortSignal): Promise<CatalogueRow | null>;
  /** Puts a row back exactly as `read` gave it, id included. */
  restore(row: CatalogueRow, signal: AbortSignal): Promise<void>;
  /** Removing a row that is not there is not an error. */
  remove(fileName: string, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
};

/** A row under the site's own column names; opaque outside the adapter that wrote it. */
export type CatalogueRow = Readonly<Record<string, string | number | null>>;
