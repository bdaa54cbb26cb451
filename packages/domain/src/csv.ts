/** Rows of text as RFC 4180 has them, with the guard against spreadsheets that run cells. */

/** Spreadsheets take a cell that begins so for a formula (OWASP, CSV injection); an apostrophe in front makes it text, and another one itself. */
const LEADS = /^['=+\-@\t\r]/;

export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const guarded = LEADS.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/**
 * The cells of a file, guards taken off. Line ends may be of any kind; a byte order mark and empty lines are passed over. Throws a `SyntaxError` that
 * names the line where a quote does not end, or stands in the middle of a cell.
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let line = 1;
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\n|\r|$)/y;
  cell.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (cell.lastIndex < text.length || row.length > 0) {
    const found = cell.exec(text);
    if (found === null) throw new SyntaxError(`line ${line}: a quote does not end, or does not begin its cell`);
    const [, raw = '', end = ''] = found;
    const quoted = raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
    row.push(quoted.startsWith("'") && LEADS.test(quoted.slice(1)) ? quoted.slice(1) : quoted);
    line += raw.split(/\r\n|\n|\r/).length - 1;
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    line += 1;
    if (end === '') break;
  }
  return rows;
}
