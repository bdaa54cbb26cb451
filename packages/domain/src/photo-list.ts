import type { PhotoState } from './photo.ts';
import type { StageName } from './stage-name.ts';

export type PhotoListItem = {
  readonly id: number;
  readonly setId: number;
  readonly originalFileName: string;
  /** Null before the set has its names, and after they were given back. */
  readonly fileName: string | null;
  readonly stage: StageName;
  readonly state: PhotoState;
};

export type OnSiteItem = {
  readonly publicationId: number;
  readonly photoId: number;
  readonly fileName: string;
  readonly revisionHash: string;
  readonly requestedBy: string;
  /** ISO 8601 UTC. */
  readonly requestedAt: string;
};

/** Pages by key: the next one begins behind the last item of the one before, whatever was added meanwhile. */
export type PhotoLists = {
  /** By id, behind `after`. */
  photos(page: {
    readonly setId?: number;
    readonly state?: PhotoState;
    readonly after?: number;
    readonly limit: number;
  }): readonly PhotoListItem[];
  /** What the site shows, the newest publication first; older than publication `before`. */
  onSite(page: { readonly before?: number; readonly limit: number }): readonly OnSiteItem[];
};
