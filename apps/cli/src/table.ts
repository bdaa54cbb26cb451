import Table from 'cli-table3';
import { printable, shortenMiddle, type Terminal } from './terminal.ts';

export type Column<Row> = {
  readonly head: string;
  readonly value: (row: Row) => string;
  readonly align?: 'right';
  /** Share of the width that is left over by the columns without one; such a column is cut to its share. */
  readonly share?: number;
  /** What is cut out of a text that is too long; its end when not said. */
  readonly cut?: 'middle';
};

const GAP = 2;

/** Plain columns, as wide as the terminal at most. */
export function tableOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[], terminal: Terminal): string {
  const cells = rows.map((row) => columns.map(({ value }) => printable(value(row))));
  const widths = columnWidths(cells, columns, terminal.columns);
  const table = new Table({
    head: columns.map(({ head }) => terminal.style('dim', head)),
    colWidths: widths.map((width) => width + GAP),
    colAligns: columns.map(({ align }) => align ?? 'left'),
    chars: noBorders,
    style: { 'padding-left': 0, 'padding-right': GAP, head: [], border: [], compact: true },
  });
  for (const row of cells)
    table.push(
      row.map((cell, index) => (columns[index]!.cut === 'middle' ? shortenMiddle(cell, widths[index]!) : cell)),
    );
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function columnWidths<Row>(cells: readonly string[][], columns: readonly Column<Row>[], total: number): number[] {
  const natural = columns.map(({ head }, index) =>
    Math.max(head.length, ...cells.map((row) => Array.from(row[index]!).length)),
  );
  const fixed = natural.reduce((sum, width, index) => sum + GAP + (columns[index]!.share === undefined ? width : 0), 0);
  const shares = columns.reduce((sum, { share = 0 }) => sum + share, 0);
  return columns.map(({ share, head }, index) =>
    share === undefined
      ? natural[index]!
      : Math.max(head.length, Math.min(natural[index]!, Math.floor(((total - fixed) * share) / shares))),
  );
}

const edges = ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'];
const inner = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'];
const noBorders = Object.fromEntries(edges.concat(inner).map((name) => [name, '']));
