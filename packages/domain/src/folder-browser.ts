/** One folder as the operator sees it while looking for photos: names and counts, never a byte of a file. */
export type BrowsedFolder = {
  readonly name: string;
  /** Absolute, links resolved. */
  readonly path: string;
  /** Photos right in it, by their names; null where nobody counted, because there are too many folders beside it or it cannot be read. */
  readonly photos: number | null;
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
};

/** The only way in which a browser sees the disk: below the configured folders and nowhere else. */
export type FolderBrowser = {
  /** Without a path, the configured folders. Throws `DomainError('not_found')` alike for what is missing and for what lies elsewhere. */
  list(path?: string): Promise<BrowsedFolders>;
  /** The folder with links resolved, when it lies below a configured one; throws as `list` does. */
  resolve(path: string): Promise<string>;
};
