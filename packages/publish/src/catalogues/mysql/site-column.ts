import { idColumn, publishedColumns } from '../../catalogue-columns.ts';

/** A column as the site declares it. */
export type SiteColumn = {
  /** As the site spells it; MySQL does not mind letter case. */
  readonly name: string;
  /** The published column that it is, or `id`; null for a column of the site's own. */
  readonly published: string | null;
  /** Without length and sign, in lower case: `varchar`, `decimal`. */
  readonly type: string;
  /** In full: `varchar(255)`, `int(10) unsigned`. */
  readonly declared: string;
  readonly isNullable: boolean;
  readonly hasDefault: boolean;
  readonly isAutoIncrement: boolean;
  /** Computed by the site from other columns; it cannot be written. */
  readonly isGenerated: boolean;
  /** Null where it holds no text. */
  readonly charset: string | null;
  readonly maxChars: number | null;
  readonly maxBytes: number | null;
  /** Digits in all and after the point, of a `decimal`. */
  readonly precision: number | null;
  readonly scale: number | null;
};

export type SiteValue = string | number | null;

/** The most that each holds with a sign; what JavaScript holds exactly, where that is less. */
const integerTypes: Readonly<Record<string, number>> = {
  tinyint: 127,
  smallint: 32_767,
  mediumint: 8_388_607,
  int: 2_147_483_647,
  bigint: Number.MAX_SAFE_INTEGER,
};
const textTypes = ['char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext'];
const momentTypes = ['datetime', 'timestamp'];
const byteTypes = ['binary', 'varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob', 'vector'];
const shapeTypes = ['geometry', 'point', 'linestring', 'polygon', 'multipoint', 'multilinestring', 'multipolygon'];

export const isInteger = ({ type }: SiteColumn) => type in integerTypes;
export const isText = ({ type }: SiteColumn) => textTypes.includes(type);
export const isMoment = ({ type }: SiteColumn) => momentTypes.includes(type);
const isBytes = ({ type }: SiteColumn) => [...byteTypes, ...shapeTypes, 'geometrycollection'].includes(type);

export const keyOf = ({ published, name }: SiteColumn) => published ?? name;

export function integerMost({ type, declared }: SiteColumn): number {
  const signed = integerTypes[type] ?? 0;
  return declared.includes('unsigned') ? Math.min(signed * 2 + 1, Number.MAX_SAFE_INTEGER) : signed;
}

export function publishedName(name: string): string | null {
  const lower = name.toLowerCase();
  return [idColumn, ...publishedColumns].find((column) => column.toLowerCase() === lower) ?? null;
}

/**
 * What is asked for so that nothing of the value is lost on its way: a `float` is printed with six digits and holds more, bytes are no text. Each
 * value comes under the column's key.
 */
export function selectExpression(column: SiteColumn): string {
  const name = quoted(column.name);
  return `${expressionOf(column, name)} AS ${quoted(keyOf(column))}`;
}

function expressionOf(column: SiteColumn, name: string): string {
  if (column.type === 'float') return `${name} + 0E0`;
  return isBytes(column) || column.type === 'bit' ? `HEX(${name})` : name;
}

/** Where a value that was read goes back. */
export function placeholder(column: SiteColumn): string {
  if (column.type === 'bit') return 'CAST(CONV(?, 16, 10) AS UNSIGNED)';
  return isBytes(column) ? 'UNHEX(?)' : '?';
}

/** A value as the driver gives it, in the form in which rows are compared and kept. */
export function readValue(column: SiteColumn, value: SiteValue | undefined): SiteValue {
  if (value === null || value === undefined) return null;
  if (column.type === 'float') return shortestFloat(Number(value));
  if (column.type === 'decimal' && column.published !== null && (column.precision ?? 0) <= 15) return Number(value);
  return value;
}

/** What a column that was given `value` holds: some types keep less, or spell it otherwise. */
export function heldValue(column: SiteColumn, value: SiteValue): SiteValue {
  if (value === null) return null;
  if (isMoment(column)) return String(value).replace(/^(\d{4}):(\d\d):(\d\d)/, '$1-$2-$3');
  if (column.type === 'char') return String(value).replace(/ +$/, '');
  if (typeof value === 'string') return value;
  if (column.type === 'float') return shortestFloat(value);
  return column.type === 'decimal' ? Number(value.toFixed(column.scale ?? 0)) : value;
}

/** The number of fewest digits that is the same `float`: what a person wrote, and not its nearest neighbour in binary. */
function shortestFloat(value: number): number {
  for (let digits = 6; digits < 9; digits += 1) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === Math.fround(value)) return rounded;
  }
  return Number(value.toPrecision(9));
}

export function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}
