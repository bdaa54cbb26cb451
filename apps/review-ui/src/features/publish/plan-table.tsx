import { Button, Table } from '@mantine/core';
import type { PublicationPlanItem } from '@proofline/domain/publication.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { SearchField } from '../../frame/search-field.tsx';
import { matchesQuery } from '../../frame/word-search.ts';
import { bytesInWords, count } from '../../lib/words.ts';
import { changesInWords, isDue, planTally } from './plan-tally.ts';
import classes from './publish.module.css';

/** As many rows as are drawn at once; more on demand. */
const PAGE = 200;

/** Photo by photo, what would be sent and what stands against it; what goes out first, then what is stopped. */
export function PlanTable({ items }: { readonly items: readonly PublicationPlanItem[] }) {
  const [shown, setShown] = useState(PAGE);
  const [wanted, setWanted] = useState('');
  const leastId = items.reduce((least, { photoId }) => Math.min(least, photoId), Infinity);
  const { data: matches, error, isFetching, refetch } = useQuery(matchesQuery(wanted, leastId));
  const found = wanted === '' ? items : items.filter(({ photoId }) => matches?.ids.has(photoId) === true);
  const sorted = found.toSorted((a, b) => placeOf(a) - placeOf(b));
  return (
    <>
      <PlanTally items={items} />
      <div className={classes.title}>
        <SearchField
          label="Search the plan"
          text={wanted}
          onSearch={setWanted}
          isSearching={wanted !== '' && isFetching}
        />
        {wanted !== '' && matches !== undefined && (
          <span className={classes.quiet} role="status">
            {count(found.length, 'photo')} of {items.length} {found.length === 1 ? 'fits' : 'fit'} “{wanted}”. What is
            published is the whole plan.
          </span>
        )}
      </div>
      {wanted !== '' && error !== null && (
        <Problems error={error} title="The plan could not be searched" retry={() => void refetch()} />
      )}
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
