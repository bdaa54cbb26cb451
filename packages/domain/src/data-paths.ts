/** Turns what rows store (paths below the data folder, with `/`) into paths of this machine. */
export type DataPaths = {
  /** Throws for a path that would leave the data folder. */
  absolute(relativePath: string): string;
};
