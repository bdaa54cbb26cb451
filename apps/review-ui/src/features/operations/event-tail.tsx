import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { EventTable } from './event-table.tsx';
import { textOf } from './event-words.ts';
import { eventsQuery } from './queries.ts';
import classes from './operations.module.css';

/** What people look for in the log. */
const subjects = {
  everything: /./,
  'roll-backs': /roll|withdraw|taken-back/,
  decisions: /^review\./,
  publications: /^(publication|site)\./,
  'work and engine': /^(work|engine|stage|photo)\./,
  access: /^(request|token|session)\./,
} as const;
type Subject = keyof typeof subjects;

/** The newest of what happened, newest first. */
export function EventTail() {
  const { data: events, error, refetch } = useQuery(eventsQuery());
  const [wanted, setWanted] = useState('');
  const [about, setAbout] = useState<Subject>('everything');
  const word = wanted.trim().toLowerCase();
  const shown = events
    ?.filter(({ kind }) => subjects[about].test(kind))
    .filter((event) => word === '' || textOf(event).includes(word));
  return (
    <section className={classes.section} aria-label="Events">
      <div className={classes.title}>
        <h2>Events</h2>
        <TextInput
          size="xs"
          w={220}
          aria-label="Search the newest events"
          placeholder="Search the newest events"
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Select
          size="xs"
          aria-label="Events about"
          allowDeselect={false}
          data={Object.keys(subjects)}
          value={about}
          onChange={(value) => setAbout((value as Subject | null) ?? 'everything')}
        />
      </div>
      {error !== null && events === undefined && (
        <Problems error={error} title="The events could not be read" retry={() => void refetch()} />
      )}
      {shown?.length === 0 && <p className={classes.quiet}>None of the newest {events?.length} events fits.</p>}
      {shown !== undefined && shown.length > 0 && <EventTable events={shown} />}
    </section>
  );
}
