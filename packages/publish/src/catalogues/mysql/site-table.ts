import type { CatalogueRow } from '@proofline/domain/catalogue.ts';
import { publishedName, quoted, readValue, selectExpression, keyOf } from './site-column.ts';
import type { SiteColumn, SiteValue } from './site-column.ts';
import type { RawRow, Session } from './sessions.ts';

/** The site's table as it is declared now. */
export type SiteTable = {
  readonly name: string;
  /** Null for a view. */
  readonly engine: string | null;
  /** In their order. */
  readonly columns: readonly SiteColumn[];
  readonly uniqueKeys: readonly UniqueKey[];
};

/** Parts in order; `chars` where only a column's beginning counts. */
export type UniqueKey = { readonly parts: readonly { readonly column: string; readonly chars: number | null }[] };

/** Null when there is no such table, or nothing of it may be seen. */
export async function describeTable(session: Session, name: string): Promise<SiteTable | null> {
  const [table] = await session.query(
    `SELECT ENGINE AS engine FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?`,
    [name],
  );
  if (table === undefined) return null;
  const columns = await session.query(columnsStatement, [name]);
  const keyParts = await session.query(keysStatement, [name]);
  return {
    name,
    engine: textOrNull(table['engine']),
    columns: columns.map(columnOf),
    uniqueKeys: Array.from(Map.groupBy(keyParts, (part) => part['name']).values()).map((parts) => ({
      parts: parts.map((part) => ({ column: String(part['column']), chars: numberOrNull(part['chars']) })),
    })),
  };
}

export function columnNamed(table: SiteTable, published: string): SiteColumn | undefined {
  return table.columns.find((column) => column.published === published);
}

/** Columns whose values can be read and put back: not those that the site computes. */
export function ownColumns({ columns }: SiteTable): readonly SiteColumn[] {
  return columns.filter(({ isGenerated }) => !isGenerated);
}

/** `SELECT` of these columns, without what comes after the table. */
export function selectFrom({ name }: SiteTable, columns: readonly SiteColumn[]): string {
  return `SELECT ${columns.map(selectExpression).join(', ')} FROM ${quoted(name)}`;
}

export function rowOf(columns: readonly SiteColumn[], raw: RawRow): CatalogueRow {
  const entries = columns.map((column): [string, SiteValue] => [keyOf(column), readValue(column, raw[keyOf(column)])]);
  return Object.fromEntries(entries);
}

const columnsStatement = `
  SELECT COLUMN_NAME AS name, DATA_TYPE AS type, COLUMN_TYPE AS declared, IS_NULLABLE AS nullable,
    COLUMN_DEFAULT IS NOT NULL AS defaulted, EXTRA AS extra, CHARACTER_SET_NAME AS charset,
    CHARACTER_MAXIMUM_LENGTH AS maxChars, CHARACTER_OCTET_LENGTH AS maxBytes,
    NUMERIC_PRECISION AS digits, NUMERIC_SCALE AS fraction
  FROM information_schema.COLUMNS
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION`;

const keysStatement = `
  SELECT INDEX_NAME AS name, COLUMN_NAME AS \`column\`, SUB_PART AS chars
  FROM information_schema.STATISTICS
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND NON_UNIQUE = 0 ORDER BY INDEX_NAME, SEQ_IN_INDEX`;

function columnOf(raw: RawRow): SiteColumn {
  const name = String(raw['name']);
  const extra = String(raw['extra']).toLowerCase();
  return {
    name,
    published: publishedName(name),
    type: String(raw['type']).toLowerCase(),
    declared: String(raw['declared']).toLowerCase(),
    isNullable: raw['nullable'] === 'YES',
    hasDefault: Number(raw['defaulted']) === 1,
    isAutoIncrement: extra.includes('auto_increment'),
    // MySQL says `DEFAULT_GENERATED` of a column whose default is an expression, and that one can be written.
    isGenerated: /\b(virtual|stored|persistent) generated\b|^(virtual|persistent)$/.test(extra),
    charset: textOrNull(raw['charset']),
    maxChars: numberOrNull(raw['maxChars']),
    maxBytes: numberOrNull(raw['maxBytes']),
    precision: numberOrNull(raw['digits']),
    scale: numberOrNull(raw['fraction']),
  };
}

function textOrNull(value: SiteValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function numberOrNull(value: SiteValue | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}
