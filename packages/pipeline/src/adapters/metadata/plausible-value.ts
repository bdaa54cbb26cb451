/** An EXIF orientation is 1–8; anything else says nothing. */
export function orientation(value: number | undefined): number | undefined {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 8 ? value : undefined;
}

/**
 * A measured quantity: not negative, and no quotient of zeros. Zero stays what the file says; cameras write it for a lens or an
 * equivalent focal length that they do not know.
 */
export function quantity(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** Decimal degrees between `-limit` and `limit`; never the negative zero. */
export function coordinate(degrees: number, limit: number): number | undefined {
  return Math.abs(degrees) <= limit ? degrees + 0 : undefined;
}

/** The object without its undefined members: a field that is not known is absent. */
export function defined<T extends object>(object: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
