import { Table } from '@mantine/core';
import type { PublicationPlanItem } from '@proofline/domain/publication.ts';
import { Link } from '@tanstack/react-router';
import { bytesInWords } from '../../lib/words.ts';
import classes from './publish.module.css';

const changes = {
  new: 'new',
  'image-changed': 'image changed',
  'text-changed': 'text changed',
  unchanged: 'unchanged',
  withdrawn: 'leaves the site',
} as const satisfies Record<PublicationPlanItem['change'], string>;

/** Photo by photo, what would be sent and what stands against it. */
export function PlanTable({ items }: { readonly items: readonly PublicationPlanItem[] }) {
  return (
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
          {items.map((item) => (
            <Table.Tr key={item.photoId}>
              <Table.Td className={classes.name}>
                <Link to="/review" search={{ photoId: item.photoId }}>
                  {item.fileName}
                </Link>
              </Table.Td>
              <Table.Td>{changes[item.change]}</Table.Td>
              <Table.Td>{item.bytes === 0 ? '–' : bytesInWords(item.bytes)}</Table.Td>
              <Table.Td className={item.blockedBy.length > 0 ? classes.blocked : undefined}>{againstIt(item)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function againstIt({ blockedBy, lastFailure }: PublicationPlanItem): string {
  const failed = lastFailure === null ? [] : [`last time: ${lastFailure}`];
  return [...blockedBy.map(({ reason }) => reason), ...failed].join('; ') || 'nothing';
}
