import { Button, Table } from '@mantine/core';
import type { Analytics, AnalyticsName } from '@proofline/domain/analytics.ts';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { EmptyState } from '../../frame/empty-state.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Problems } from '../../frame/problems.tsx';
import { timeInWords, figure } from '../../lib/words.ts';
import { analyticsQuery, csvUrl } from './queries.ts';
import classes from './analytics.module.css';

type Props<Name extends AnalyticsName> = {
  readonly name: Name;
  readonly title: string;
  /** What would fill it, told while it is empty. */
  readonly empty: string;
  /** The chief thing that the rows say, as a sentence. */
  readonly finding: (rows: Analytics[Name]) => string;
  readonly columns: readonly string[];
  /** One line of the table for each line of the rows, in the order of `columns`. */
  readonly cells: (row: Analytics[Name][number]) => readonly (string | number)[];
  readonly children: (rows: Analytics[Name]) => ReactNode;
};

/** One question to the catalogue: a sentence, a chart, the same as a table, and as a file. */
export function ChartCard<Name extends AnalyticsName>(props: Props<Name>) {
  const { name, title, empty, finding, children } = props;
  const [isTable, showTable] = useState(false);
  const { data, error, refetch } = useQuery(analyticsQuery(name));
  const isEmpty = data?.rows.length === 0;
  return (
    <section className={classes.card} aria-label={title}>
      <div className={classes.title}>
        <h2>{title}</h2>
        {data !== undefined && !isEmpty && (
          <>
            <Button
              size="compact-sm"
              variant="default"
              aria-pressed={isTable}
              aria-label={`${title} as a table`}
              onClick={() => showTable(!isTable)}
            >
              Table
            </Button>
            <a className={classes.file} href={csvUrl(name)} download={`${name}.csv`} aria-label={`${title} as CSV`}>
              <Download size={14} aria-hidden /> CSV
            </a>
          </>
        )}
      </div>
      {error !== null && (
        <Problems
          error={error}
          title={
            data === undefined
              ? 'These figures could not be read'
              : 'These figures are old: they could not be read again'
          }
          retry={() => void refetch()}
        />
      )}
      {data === undefined && error === null && <Loading what={title.toLowerCase()} lines={4} />}
      {isEmpty && <EmptyState title="No figures yet">{empty}</EmptyState>}
      {data !== undefined && !isEmpty && (
        <>
          <p className={classes.finding}>{finding(data.rows)}</p>
          {isTable ? <Rows {...props} rows={data.rows} /> : children(data.rows)}
        </>
      )}
      {data !== undefined && <p className={classes.asOf}>As of {timeInWords(data.at)}</p>}
    </section>
  );
}

function Rows<Name extends AnalyticsName>({
  title,
  columns,
  cells,
  rows,
}: Props<Name> & { readonly rows: Analytics[Name] }) {
  return (
    // A scroller that a keyboard cannot reach would hide rows.
    <div className={classes.scroller} role="group" aria-label={`${title}, rows`} tabIndex={0}>
      <Table aria-label={title} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(rows as readonly Analytics[Name][number][]).map(cells).map((line) => (
            <Table.Tr key={line.join(' ')}>
              {line.map((cell, at) => (
                <Table.Td key={columns[at]} className={typeof cell === 'number' ? classes.figure : undefined}>
                  {typeof cell === 'number' ? figure(cell) : cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
