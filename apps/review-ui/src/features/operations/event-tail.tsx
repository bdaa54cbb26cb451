import { Select, Table, TextInput } from '@mantine/core';
import type { Event } from '@proofline/domain/event.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { timeInWords } from '../../lib/words.ts';
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
  const shown = events
    ?.filter(({ kind }) => subjects[about].test(kind))
    .filter((event) => textOf(event).includes(wanted.trim().toLowerCase()));
  return (
    <section className={classes.section} aria-label="Events">
      <div className={classes.title}>
        <h2>Events</h2>
        <TextInput
          size="xs"
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
      {shown !== undefined && shown.length > 0 && (
        <Table.ScrollContainer
          minWidth={600}
          maxHeight={360}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Events' } }}
        >
          <Table stickyHeader aria-label="What happened, newest first">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>When</Table.Th>
                <Table.Th>What</Table.Th>
                <Table.Th>Who</Table.Th>
                <Table.Th>Set</Table.Th>
                <Table.Th>Photo</Table.Th>
                <Table.Th>Detail</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((event) => (
                <Table.Tr key={event.id}>
                  <Table.Td className={classes.when}>{timeInWords(event.at)}</Table.Td>
                  <Table.Td>{event.kind}</Table.Td>
                  <Table.Td>{event.actor}</Table.Td>
                  <Table.Td>{event.setId ?? ''}</Table.Td>
                  <Table.Td>{event.photoId ?? ''}</Table.Td>
                  <Table.Td className={classes.name}>{detailOf(event)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}

const LONGEST_DETAIL = 200;

function detailOf({ detail }: Event): string {
  const text = Object.entries(detail)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
  return text.length > LONGEST_DETAIL ? `${text.slice(0, LONGEST_DETAIL)}…` : text;
}

const textOf = (event: Event) =>
  `${event.kind} ${event.actor} ${event.setId ?? ''} ${event.photoId ?? ''} ${detailOf(event)}`.toLowerCase();
