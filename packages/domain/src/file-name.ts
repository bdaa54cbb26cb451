/** A name given to a photo, as the ledger keeps it. */
export type FileNameReservation = {
  readonly photoId: number;
  /** The published name, e.g. `Frozen_Lake_Amsterdam_Netherlands_Nature_Photography_Canon_EOS_R5_Mark_II_2025_001.JPG`. */
  readonly name: string;
  /** `name` folded over case, extension and Unicode form; unique in the ledger. */
  readonly foldedKey: string;
  /** `foldedKey` without its sequence number: names of one series share it and are numbered together. */
  readonly seriesKey: string;
  readonly sequence: number;
};
