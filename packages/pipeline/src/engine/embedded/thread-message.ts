/**
 * What the host asks of the thread that runs PostgreSQL. Answered in the order of arrival, but while a session has a transaction open only its own
 * requests are.
 */
export type ThreadRequest =
  | {
      readonly kind: 'query';
      readonly id: number;
      readonly session: number;
      readonly text: string;
      /** Undefined: the simple protocol, which allows several statements. */
      readonly parameters: readonly unknown[] | undefined;
    }
  /** Rolls back what the session left open. */
  | { readonly kind: 'release'; readonly session: number }
  /** The whole data directory as an uncompressed tar. */
  | { readonly kind: 'dump'; readonly id: number };

export type ThreadReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'rows'; readonly id: number; readonly rows: readonly unknown[]; readonly rowCount: number | null }
  | { readonly kind: 'dump'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly id: number; readonly fault: PostgresFault }
  | { readonly kind: 'notification'; readonly channel: string; readonly payload: string };

/** The fields of PostgreSQL's ErrorResponse that callers look at; an Error does not keep them across threads. */
export type PostgresFault = {
  readonly message: string;
  /** SQLSTATE, e.g. `42P01`. */
  readonly code: string | undefined;
  readonly detail: string | undefined;
};

/** The tar of a data directory, or the path of a gzipped one; null for a new, empty directory. */
export type Start = Uint8Array<ArrayBuffer> | string | null;

export type ThreadData = {
  readonly start: Start;
};
