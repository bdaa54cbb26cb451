import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../frame/empty-state.tsx';
import { Problems } from '../../frame/problems.tsx';
import { count, timeInWords } from '../../lib/words.ts';
import { eventsQuery } from './queries.ts';
import { rollBacksAmong, titleOf, type RollBack } from './roll-backs.ts';
import classes from './operations.module.css';

const MOST_LISTED = 30;
const MOST_NUMBERS = 8;

/** What was taken back lately, by whom and why. */
export function RollBackList() {
  const { data: events, error, refetch } = useQuery(eventsQuery());
  const found = rollBacksAmong(events ?? []);
  return (
    <section className={classes.section} aria-label="Roll-backs">
      <h2>Roll-backs</h2>
      {error !== null && events === undefined && (
        <Problems error={error} title="The roll-backs could not be read" retry={() => void refetch()} />
      )}
      {events !== undefined && found.length === 0 && (
        <EmptyState title={`Nothing was taken back in the newest ${count(events.length, 'event')}`} />
      )}
      {found.length > 0 && (
        <ul className={classes.reports}>
          {found.slice(0, MOST_LISTED).map((rollBack) => (
            <li key={rollBack.id}>
              {timeInWords(rollBack.at)} <strong>{titleOf(rollBack)}</strong> {whatOf(rollBack)}, by {rollBack.actor}
              {rollBack.reason === null ? '' : `: ${rollBack.reason}`}
            </li>
          ))}
          {found.length > MOST_LISTED && <li>and {found.length - MOST_LISTED} more in the events below</li>}
        </ul>
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
