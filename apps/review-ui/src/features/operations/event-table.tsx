import { Table } from '@mantine/core';
import type { Event } from '@proofline/domain/event.ts';
import { memo } from 'react';
import { timeInWords } from '../../lib/words.ts';
import { detailOf } from './event-words.ts';
import classes from './operations.module.css';

/** In columns of fixed width: otherwise each new event lays out hundreds of rows anew. */
export function EventTable({ events }: { readonly events: readonly Event[] }) {
  return (
    <Table.ScrollContainer
      minWidth={600}
      maxHeight={360}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Events' } }}
    >
      <Table stickyHeader layout="fixed" aria-label="What happened, newest first">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={110}>When</Table.Th>
            <Table.Th w={190}>What</Table.Th>
            <Table.Th w={110}>Who</Table.Th>
            <Table.Th w={60}>Set</Table.Th>
            <Table.Th w={70}>Photo</Table.Th>
            <Table.Th>Detail</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <tbody className={classes.events}>
          {events.map((event) => (
            <Row key={event.id} event={event} />
          ))}
        </tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Of plain cells: each of the library's is a component with styles to work out, and there are a thousand. */
const Row = memo(function Row({ event }: { readonly event: Event }) {
  return (
    <tr>
      <td>{timeInWords(event.at)}</td>
      <td className={classes.name}>{event.kind}</td>
      <td className={classes.name}>{event.actor}</td>
      <td>{event.setId ?? ''}</td>
      <td>{event.photoId ?? ''}</td>
      <td className={classes.name}>{detailOf(event)}</td>
    </tr>
  );
});
