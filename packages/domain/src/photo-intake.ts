import type { SourceFile } from './photo.ts';

/** Finds photos below a folder and takes verified copies. Originals are opened read-only, always. */
export type PhotoIntake = {
  /**
   * Lists the photo files of `folder` in natural order of their relative path, small ones with their pixels. `problems` is not empty when the folder is
   * missing, not a folder, unreadable or has no photos; each says what to do.
   */
  list(folder: string, includeSubfolders: boolean, signal: AbortSignal): Promise<FolderListing>;
  /**
   * Copies `source` to `destination` (absolute) under a temporary name, hashing while copying, re-reads the copy to verify it,
   * fsyncs and renames. Throws `RefusedPhoto` (`missing`, `unreadable`, `empty-file`, `changed`) for what no retry mends.
   */
  copy(
    source: string,
    destination: string,
    signal: AbortSignal,
  ): Promise<{ readonly sha256: string; readonly bytes: number }>;
};

export type FolderListing = {
  readonly files: readonly SourceFile[];
  readonly ignored: readonly { readonly relativePath: string; readonly reason: string }[];
  readonly problems: readonly string[];
};
