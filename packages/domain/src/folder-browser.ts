/** One folder as the operator sees it while looking for photos: names and counts; small pictures are asked for by those names. */
export type BrowsedFolder = {
  readonly name: string;
  /** Absolute, links resolved. */
  readonly path: string;
  /** Photos right in it, by their names; null where nobody counted, because there are too many folders beside it or it cannot be read. */
  readonly photos: number | null;
  /** Name of the first photo right in it; null where there is none, or nobody counted. */
  readonly cover: string | null;
};

export type BrowsedFolders = {
  /** Null at the top, which lists the configured folders. */
  readonly here: BrowsedFolder | null;
  /** Where one level up leads; null from a configured folder, which leads to the top. */
  readonly parentPath: string | null;
  /** In natural order. */
  readonly folders: readonly BrowsedFolder[];
  /** Whether there are more folders than are listed. */
  readonly isCut: boolean;
  /** Names of the first photos right in `here`, in natural order; empty at the top. */
  readonly samples: readonly string[];
};

/** The only way in which a browser sees the disk: below the configured folders and nowhere else. */
export type FolderBrowser = {
  /** Without a path, the configured folders. Throws `DomainError('not_found')` alike for what is missing and for what lies elsewhere. */
  list(path?: string): Promise<BrowsedFolders>;
  /** The folder with links resolved, when it lies below a configured one; throws as `list` does. */
  resolve(path: string): Promise<string>;
  /**
   * The photo of this name right in the folder, links resolved, where it lies below a configured folder; throws `DomainError('not_found')` alike for
   * everything else.
   */
  photo(path: string, name: string): Promise<string>;
};

export type FolderThumb = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Changes with the file. */ readonly version: string;
};

/** Small pictures of what lies in folders that no set was made of yet. */
export type FolderThumbs = {
  /** Throws as `FolderBrowser.photo` and `PhotoImages.readWhole` do. */
  read(path: string, name: string, signal: AbortSignal): Promise<FolderThumb>;
};
