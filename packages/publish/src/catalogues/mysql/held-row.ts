import type { CatalogueRow } from '@proofline/domain/catalogue.ts';
import { heldValue, integerMost, isInteger, isText, type SiteColumn, type SiteValue } from './site-column.ts';
import { columnNamed, type SiteTable } from './site-table.ts';

/** The row as this table will hold it once it is written. */
export function heldRow(table: SiteTable, wanted: CatalogueRow): CatalogueRow {
  return Object.fromEntries(
    Object.entries(wanted).map(([key, value]) => {
      const column = columnNamed(table, key);
      return [key, column === undefined ? value : heldValue(column, value)];
    }),
  );
}

/** Every value that its column is too small for. */
export function rowMisfits(table: SiteTable, wanted: CatalogueRow): readonly string[] {
  return Object.entries(heldRow(table, wanted)).flatMap(([key, value]) => {
    const column = columnNamed(table, key);
    const reason = column === undefined || value === null ? null : misfit(column, value);
    return reason === null ? [] : [`the column ${key} of the table ${table.name} ${reason}`];
  });
}

/** The columns whose type ends in `text` count bytes, the others characters. */
function misfit(column: SiteColumn, value: NonNullable<SiteValue>): string | null {
  if (isText(column) && typeof value === 'string') {
    if (column.type.endsWith('text')) {
      const bytes = Buffer.byteLength(value);
      return bytes > (column.maxBytes ?? 0) ? `holds ${column.maxBytes} bytes and the photo has ${bytes}` : null;
    }
    const chars = Array.from(value).length;
    return chars > (column.maxChars ?? 0) ? `holds ${column.maxChars} characters and the photo has ${chars}` : null;
  }
  if (!isInteger(column) || Number(value) <= integerMost(column)) return null;
  return `holds ${integerMost(column)} at most and the photo has ${value}`;
}
