import { fileNameColumn, idColumn, publishedColumns } from '../../catalogue-columns.ts';
import { columnNeeds, createTableStatement, proposedDefinition } from './column-needs.ts';
import { isInteger, quoted, type SiteColumn } from './site-column.ts';
import { columnNamed, type SiteTable } from './site-table.ts';

/** The longest file name that Proofline gives: a key over fewer characters takes different photos for one. */
const FILE_NAME_CHARS = 150;

/**
 * All that would keep rows from being written right, at once, each with the statement that mends it. `doubled`: names that more than one row has,
 * looked for where nothing forbids them.
 */
export function tableProblems(table: SiteTable | null, name: string, doubled: readonly string[]): readonly string[] {
  if (table === null) {
    return [`there is no table ${name}; nothing was written; make it: ${createTableStatement(name)};`];
  }
  return [
    ...engineProblems(table),
    ...idProblems(table),
    ...missingColumns(table),
    ...unfitColumns(table),
    ...charsetProblems(table),
    ...keyProblems(table, doubled),
    ...demandingColumns(table),
  ];
}

export function hasFileNameKey(table: SiteTable): boolean {
  return table.uniqueKeys.some(({ parts }) => {
    const [only, ...others] = parts;
    const isFileName = only?.column.toLowerCase() === fileNameColumn.toLowerCase();
    return isFileName && others.length === 0 && (only.chars === null || only.chars >= FILE_NAME_CHARS);
  });
}

/** Without transactions a row that was written wrong stays. */
function engineProblems(table: SiteTable): readonly string[] {
  const { engine, name } = table;
  if (engine === null) return [`${name} is a view; nothing was written; name the table behind it`];
  if (engine.toLowerCase() === 'innodb') return [];
  return [problem(table, `has the engine ${engine}, which cannot undo a failed write`, 'ENGINE=InnoDB')];
}

function idProblems(table: SiteTable): readonly string[] {
  const column = columnNamed(table, idColumn);
  if (column === undefined) {
    const definition = `${quoted(idColumn)} INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY`;
    return [problem(table, `has no column ${idColumn}`, `ADD COLUMN ${definition} FIRST`)];
  }
  const problems: string[] = [];
  const isUnique = table.uniqueKeys.some(
    ({ parts }) => parts.length === 1 && parts[0]?.column.toLowerCase() === idColumn,
  );
  if (!isInteger(column))
    problems.push(
      problem(
        table,
        `has ids of the type ${column.declared}`,
        `MODIFY COLUMN ${quoted(column.name)} INT UNSIGNED NOT NULL AUTO_INCREMENT`,
      ),
    );
  else if (!column.isAutoIncrement) {
    const key = isUnique ? '' : `, ADD PRIMARY KEY (${quoted(column.name)})`;
    problems.push(
      problem(
        table,
        'gives no ids by itself',
        `MODIFY COLUMN ${quoted(column.name)} ${column.declared} NOT NULL AUTO_INCREMENT${key}`,
      ),
    );
  } else if (!isUnique) problems.push(problem(table, 'allows one id twice', `ADD UNIQUE KEY (${quoted(column.name)})`));
  return problems;
}

function missingColumns(table: SiteTable): readonly string[] {
  const missing = publishedColumns.filter((column) => columnNamed(table, column) === undefined);
  if (missing.length === 0) return [];
  const additions = missing.map((column) => `ADD COLUMN ${proposedDefinition(column)}`);
  return [problem(table, `has no column ${missing.join(', ')}`, additions.join(', '))];
}

function unfitColumns(table: SiteTable): readonly string[] {
  return publishedColumns.flatMap((published) => {
    const column = columnNamed(table, published);
    if (column === undefined) return [];
    const need = columnNeeds[published];
    if (column.isGenerated)
      return [
        `the column ${column.name} of ${table.name} is computed by the site; nothing was written; make it an ordinary one`,
      ];
    const reason = need.problemOf(column);
    const what = `the column ${column.name} (${column.declared})`;
    const widen = `MODIFY COLUMN ${quoted(column.name)} ${need.proposed}${column.isNullable ? '' : nullability(published)}`;
    if (reason !== null) return [`${what} of ${table.name} ${reason}; ${remedy(table, widen)}`];
    if (need.mayBeUnknown !== true || column.isNullable) return [];
    const loosen = `MODIFY COLUMN ${quoted(column.name)} ${definitionOf(column)} NULL`;
    return [`${what} of ${table.name} must hold something and not every photo has it; ${remedy(table, loosen)}`];
  });
}

/** One that forbade NULL goes on to where that is possible. */
function nullability(published: (typeof publishedColumns)[number]): string {
  return columnNeeds[published].mayBeUnknown === true ? ' NULL' : ' NOT NULL';
}

function charsetProblems(table: SiteTable): readonly string[] {
  const narrow = publishedColumns.flatMap((published) => {
    const column = columnNamed(table, published);
    const isNarrow =
      column?.charset != null && column.charset !== 'utf8mb4' && columnNeeds[published].anyScript === true;
    return isNarrow ? [`${column.name} (${column.charset})`] : [];
  });
  if (narrow.length === 0) return [];
  return [
    problem(table, `cannot hold letters of every script in ${narrow.join(', ')}`, 'CONVERT TO CHARACTER SET utf8mb4'),
  ];
}

function keyProblems(table: SiteTable, doubled: readonly string[]): readonly string[] {
  if (columnNamed(table, fileNameColumn) === undefined || hasFileNameKey(table)) return [];
  const first =
    doubled.length === 0
      ? ''
      : `; first remove the extra rows of ${doubled.join(', ')}, of which there is more than one`;
  const key = `ADD UNIQUE KEY ${quoted(fileNameColumn)} (${quoted(fileNameColumn)})`;
  return [`${problem(table, `does not keep ${fileNameColumn} unique, so a photo could get two rows`, key)}${first}`];
}

/** Columns of the site's own are left alone, so they have to do without a value. */
function demandingColumns(table: SiteTable): readonly string[] {
  return table.columns
    .filter(
      ({ published, isNullable, hasDefault, isGenerated, isAutoIncrement }) =>
        published === null && !isNullable && !hasDefault && !isGenerated && !isAutoIncrement,
    )
    .map((column) =>
      problem(
        table,
        `wants a value for its own column ${column.name}, which Proofline does not know`,
        `MODIFY COLUMN ${quoted(column.name)} ${definitionOf(column)} NULL`,
      ),
    );
}

function definitionOf({ declared, charset }: SiteColumn): string {
  return charset === null ? declared : `${declared} CHARACTER SET ${charset}`;
}

function problem(table: SiteTable, what: string, alteration: string): string {
  return `the table ${table.name} ${what}; ${remedy(table, alteration)}`;
}

function remedy({ name }: SiteTable, alteration: string): string {
  return `nothing was written; mend it: ALTER TABLE ${quoted(name)} ${alteration};`;
}
