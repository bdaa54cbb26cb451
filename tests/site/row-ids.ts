import type { SiteContent } from './site-content.ts';

/**
 * Watches the `id` that the site's table gave to each row, over all looks: whoever links to a photo links to it by that. What it returns tells
 * each row of a look whose id is another one than when it was seen first.
 */
export function watchRowIds(): (rows: SiteContent['rows']) => readonly string[] {
  const firstSeen = new Map<unknown, unknown>();
  return (rows) =>
    rows.flatMap(({ id, File_Name: fileName }) => {
      if (!firstSeen.has(fileName)) firstSeen.set(fileName, id);
      const first = firstSeen.get(fileName);
      return first === id
        ? []
        : [`the row of ${String(fileName)} has the id ${String(id)} instead of ${String(first)}`];
    });
}
