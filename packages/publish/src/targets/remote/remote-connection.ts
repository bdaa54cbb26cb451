/**
 * One connection to a server, used by one caller at a time. Paths are relative to the site's folder there, which is `''`. Everything rejects with
 * `RemoteFault`; after `connection-lost` the connection is closed.
 */
export type RemoteConnection = {
  readonly isOpen: boolean;
  /** Resolves when the server answers. */
  ping(): Promise<void>;
  /** Null when nothing is there. Links are followed. */
  describe(path: string): Promise<RemoteEntry | null>;
  /** What the server computes of a file; null where it computes none that we know. */
  hash(path: string): Promise<ServerHash | null>;
  read(path: string): Promise<Uint8Array>;
  /** Writes the bytes from `offset` on. At 0 the file is made anew; else what is there up to it stays. */
  write(path: string, bytes: Uint8Array, offset: number): Promise<void>;
  /** Rejects with `refused` when something is at `to` that the server does not replace. */
  rename(from: string, to: string): Promise<void>;
  /** False when nothing was there. */
  remove(path: string): Promise<boolean>;
  /** Rejects when it is there already, or what it would be in is not. */
  makeFolder(path: string): Promise<void>;
  /** What lies directly in a folder, links as `link`; null when there is no such folder. */
  entries(folder: string): Promise<readonly RemoteEntry[] | null>;
  /** The folder's absolute path without links in it, as far as the server tells. */
  realPath(folder: string): Promise<string>;
  /** At once, also in the middle of something. */
  close(): void;
};

export type RemoteEntry = {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
  readonly bytes: number;
  /** Milliseconds since 1970 by the server's clock; null where it does not say. */
  readonly modifiedMs: number | null;
};

/** Lower-case hex. */
export type ServerHash = { readonly algorithm: 'sha256' | 'sha1' | 'md5' | 'crc32'; readonly hex: string };
