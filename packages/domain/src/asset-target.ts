/** A place that serves the site's files. Adapters share one conformance suite. Paths are relative, with `/`, never `..`. */
export type AssetTarget = {
  /** Stable id stored with each publication, e.g. `directory`. */
  readonly id: string;
  /** Empty when files can be put now; otherwise each problem in words for the operator. */
  problems(signal: AbortSignal): Promise<readonly string[]>;
  /**
   * Makes `path` hold exactly `asset.bytes`, replacing what is there. Sent under a temporary name in the same folder, checked, then
   * renamed: a reader sees the old file or the new one, never half of one. When the call fails, `path` is as it was or complete.
   * Putting bytes that are already there sends nothing and says so.
   */
  put(path: string, asset: Asset, signal: AbortSignal): Promise<{ readonly sent: boolean }>;
  /** Null when there is no such file. `sha256` only where the target can tell without a download. */
  stat(path: string, signal: AbortSignal): Promise<{ readonly bytes: number; readonly sha256: string | null } | null>;
  /** The file's bytes; null when there is none. */
  get(path: string, signal: AbortSignal): Promise<Uint8Array | null>;
  /** Removing what is not there is not an error. */
  remove(path: string, signal: AbortSignal): Promise<void>;
  /**
   * Every file below `folder` (`''` is the root), whoever put it there, sorted by path; empty when there is no such folder. Without temporary
   * files of ours, which `sweep` is for. Links to files and folders are followed. Rejects rather than leave out what cannot be read.
   */
  list(folder: string, signal: AbortSignal): Promise<readonly ListedFile[]>;
  /** Removes temporary files that a crash left behind; resolves with their paths. */
  sweep(signal: AbortSignal): Promise<readonly string[]>;
  close(): Promise<void>;
};

/** `path` is relative to the root of the target; one that Proofline did not put there may hold any character. */
export type ListedFile = { readonly path: string; readonly bytes: number };

export type Asset = { readonly bytes: Uint8Array; readonly sha256: string };
