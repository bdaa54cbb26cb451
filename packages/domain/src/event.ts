/** One thing that happened. Append-only: the database refuses update and delete. */
export type Event = {
  readonly id: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Who did it: a person's name, or `system`. */
  readonly actor: string;
  /** `noun.past-participle`, e.g. `set.added`, `photo.refused`, `review.approved`. */
  readonly kind: string;
  readonly runId: number | null;
  readonly setId: number | null;
  readonly photoId: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type EventLog = {
  /** Oldest first, after `after`, at most `limit`. */
  list(filter: {
    readonly after?: number;
    readonly photoId?: number;
    readonly setId?: number;
    readonly limit?: number;
  }): readonly Event[];
  /** Newest first. */
  latest(limit: number): readonly Event[];
  /** Of `takingBackKinds`, newest first, older than `before`, when given. */
  takingBack(page: { readonly before?: number; readonly limit: number }): readonly Event[];
  append(event: Omit<Event, 'id' | 'at'>): void;
};
