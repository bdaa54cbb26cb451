import { Button, Table } from '@mantine/core';
import type { PublicationPlanItem } from '@proofline/domain/publication.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { bytesInWords, count } from '../../lib/words.ts';
import { changesInWords, isDue, planTally } from './plan-tally.ts';
import classes from './publish.module.css';

/** As many rows as are drawn at once; more on demand. */
const PAGE = 200;

/** Photo by photo, what would be sent and what stands against it; what goes out first, then what is stopped. */
export function PlanTable({ items }: { readonly items: readonly PublicationPlanItem[] }) {
  const [shown, setShown] = useState(PAGE);
  const sorted = items.toSorted((a, b) => placeOf(a) - placeOf(b));
  return (
    <>
      <PlanTally items={items} />
      <Table.ScrollContainer
        minWidth={600}
        maxHeight={420}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'The plan' } }}
      >
        <Table stickyHeader aria-label="What would be published">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>File name</Table.Th>
              <Table.Th>Change</Table.Th>
              <Table.Th>To send</Table.Th>
              <Table.Th>What stands against it</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sorted.slice(0, shown).map((item) => (
              <Table.Tr key={item.photoId} data-due={isDue(item)}>
                <Table.Td className={classes.name}>
                  <Link to="/review" search={{ photoId: item.photoId }}>
                    {item.fileName}
                  </Link>
                </Table.Td>
                <Table.Td>{changesInWords[item.change]}</Table.Td>
                <Table.Td>{item.bytes === 0 ? '–' : bytesInWords(item.bytes)}</Table.Td>
                <Table.Td>
                  <Against item={item} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {sorted.length > shown && (
        <Button variant="default" size="compact-sm" onClick={() => setShown(shown + PAGE)}>
          Show more: {count(sorted.length - shown, 'row')} are left
        </Button>
      )}
    </>
  );
}

const placeOf = (item: PublicationPlanItem) => (isDue(item) ? 0 : item.blockedBy.length > 0 ? 1 : 2);

function PlanTally({ items }: { readonly items: readonly PublicationPlanItem[] }) {
  return (
    <dl className={classes.tally} aria-label="The plan in figures">
      {planTally(items).map(([name, photos]) => (
        <div key={name} data-none={photos === 0}>
          <dt>{name}</dt>
          <dd>{photos}</dd>
        </div>
      ))}
    </dl>
  );
}

function Against({ item: { blockedBy, lastFailure } }: { readonly item: PublicationPlanItem }) {
  if (blockedBy.length === 0 && lastFailure === null) return 'nothing';
  return (
    <ul className={classes.against}>
      {blockedBy.map(({ name, reason, liftedBy }) => (
        <li key={name}>
          {reason}
          {liftedBy === null ? '' : `; a ${liftedBy} can lift it`}
        </li>
      ))}
      {lastFailure !== null && <li>last time: {lastFailure}</li>}
    </ul>
  );
}
