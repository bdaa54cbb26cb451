/** A named place near a position. */
export type KnownPlace = {
  readonly name: string;
  /** First administrative division, e.g. `North Holland`; null where the gazetteer has none. */
  readonly region: string | null;
  readonly country: string;
  readonly distanceKm: number;
};

/** Names of places by position, from data on this machine. */
export type Gazetteer = {
  /** Decimal degrees, WGS 84. Nearest first, a handful at most, within 25 km; empty at sea and far from any town. */
  near(latitude: number, longitude: number): Promise<readonly KnownPlace[]>;
};
