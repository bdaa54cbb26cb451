/**
 * What was last checked to be at the paths of one site. A server that cannot tell the hash of a file need not hand it out whole as long as size and
 * time are those on record. Forgotten with the process: then what the publications say of a file has to do, or it is fetched once.
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

/** Two files of each of the photos that one process publishes in a day; about 20 MB. */
const MOST_FILES = 100_000;

export function sentFiles(): SentFiles {
  const files = new Map<string, SentFile>();
  return {
    find: (path) => files.get(path) ?? null,
    remember(path, file) {
      files.delete(path);
      files.set(path, file);
      const [oldest] = files.keys();
      if (files.size > MOST_FILES && oldest !== undefined) files.delete(oldest);
    },
    forget(path) {
      files.delete(path);
    },
  };
}
