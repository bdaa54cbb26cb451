import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../frame/empty-state.tsx';
import { Problems } from '../../frame/problems.tsx';
import { count, timeInWords } from '../../lib/words.ts';
import { rollBacksQuery } from './queries.ts';
import { rollBacksAmong, titleOf, type RollBack } from './roll-backs.ts';
import classes from './operations.module.css';

const LINES = 20;
const MOST_NUMBERS = 8;

/** What was taken back, by whom and why, the newest first. */
export function RollBackList() {
  const [most, setMost] = useState(LINES);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(rollBacksQuery());
  const found = rollBacksAmong(data?.pages.flat() ?? []);
  const older = found.length - most;

  /** A page of events may add photos to the last line and no line to the list: then the next one is read as well. */
  async function showOlder(): Promise<void> {
    setMost(most + LINES);
    for (let lines = found.length, hasNext = hasNextPage; hasNext && lines <= most;) {
      const next = await fetchNextPage();
      lines = rollBacksAmong(next.data?.pages.flat() ?? []).length;
      hasNext = next.hasNextPage && !next.isError;
    }
  }
  return (
    <section className={classes.section} aria-label="Roll-backs">
      <h2>Roll-backs</h2>
      {error !== null && (
        <Problems
          error={error}
          title={data === undefined ? 'The roll-backs could not be read' : 'The list is not whole'}
          retry={() => void refetch()}
        />
      )}
      {data !== undefined && found.length === 0 && <EmptyState title="Nothing was ever taken back" />}
      {found.length > 0 && (
        <ul className={classes.reports}>
          {found.slice(0, most).map((rollBack) => (
            <li key={rollBack.id}>
              {timeInWords(rollBack.at)} <strong>{titleOf(rollBack)}</strong> {whatOf(rollBack)}, by {rollBack.actor}
              {rollBack.reason === null ? '' : `: ${rollBack.reason}`}
            </li>
          ))}
        </ul>
      )}
      {(older > 0 || hasNextPage) && (
        <div>
          <Button size="compact-sm" variant="default" loading={isFetchingNextPage} onClick={() => void showOlder()}>
            Show older roll-backs
          </Button>
        </div>
      )}
    </section>
  );
}

function whatOf({ setId, photoIds }: RollBack): string {
  const set = setId === null ? '' : `set ${setId}`;
  if (photoIds.length === 0) return set;
  const numbers = photoIds.slice(0, MOST_NUMBERS).join(', ');
  const more = photoIds.length > MOST_NUMBERS ? ', …' : '';
  return `${set}${set === '' ? '' : ', '}${count(photoIds.length, 'photo')} (${numbers}${more})`;
}
