/**
 * What was last checked to be at the paths of one site. A server that cannot tell the hash of a file need not hand it out whole as long as size and
 * time are those on record.
 */
export type SentFiles = {
  find(path: string): SentFile | null;
  remember(path: string, file: SentFile): void;
  forget(path: string): void;
};

export type SentFile = {
  readonly bytes: number;
  readonly sha256: string;
  /** When the file was last changed, by the server's clock; milliseconds since 1970, null where it does not say. */
  readonly modifiedMs: number | null;
};

/** Forgets everything with the process: then files are fetched once more to be known. */
export function sentFilesInMemory(): SentFiles {
  const files = new Map<string, SentFile>();
  return {
    find: (path) => files.get(path) ?? null,
    remember(path, file) {
      files.set(path, file);
    },
    forget(path) {
      files.delete(path);
    },
  };
}
