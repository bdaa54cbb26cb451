/** Room that is left free on the disk of the data folder, so that the database and the system go on working. */
export type DiskFloor = {
  /** Called before a stage writes files. Throws `Blocked` below the floor: nothing was written. */
  assertRoom(): Promise<void>;
};
