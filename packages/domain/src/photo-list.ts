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
  /** Where anybody can look at it; null where the site had no public address when it was published. */
  readonly webUrl: string | null;
};

/** `onSite`: the publication that the site shows now; null when it shows none. */
export type FoundPhoto = PhotoListItem & { readonly onSite: Pick<OnSiteItem, 'publicationId' | 'webUrl'> | null };

export type FoundPhotos = {
  readonly photos: readonly FoundPhoto[];
  /** Where the next page begins: what is older was not looked at. Null when there is nothing older. */
  readonly before: number | null;
};

/** What a person typed, as words to look for: without signs, each once. */
export function wordsIn(text: string): readonly string[] {
  return [...new Set(text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu))];
}

/** A publication knows the place of its photo on the site; an address only where there is a public one before it. */
export function publicAddress(webUrl: string | null): string | null {
  return webUrl !== null && /^https?:/.test(webUrl) ? webUrl : null;
}

/** Pages by key: the next one begins behind the last item of the one before, whatever was added meanwhile. */
export type PhotoLists = {
  /** By id, behind `after`. */
  photos(page: {
    readonly setId?: number;
    readonly state?: PhotoState;
    readonly after?: number;
    readonly limit: number;
  }): readonly PhotoListItem[];
  /**
   * Photos that were in review and hold every one of the words, whole and however they are accented, in a name, their set or their published texts: the
   * newest first, older than `before`. Looks for a few milliseconds at most.
   */
  search(page: { readonly words: readonly string[]; readonly before?: number; readonly limit: number }): FoundPhotos;
  /** What the site shows, the newest publication first; older than publication `before`. */
  onSite(page: { readonly before?: number; readonly limit: number }): readonly OnSiteItem[];
};
