import { Checkbox, Table } from '@mantine/core';
import type { BulkPreview, PreviewedPhoto } from '@proofline/domain/bulk-edit.ts';
import { useEffect, useRef, useState } from 'react';
import { count } from '../../../lib/words.ts';
import { writtenTitles } from '../field-titles.ts';
import { ChangedValue } from './changed-value.tsx';
import { MoreRows, useRows } from './more-rows.tsx';
import classes from './bulk.module.css';

/** Photo by photo, what would be written and what would be refused; what cannot be changed first. */
export function PreviewTable({ preview }: { readonly preview: BulkPreview }) {
  const { counts } = preview;
  const [isWhole, setWhole] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [preview.hash]);
  const photos = preview.photos
    .filter((photo) => isWhole || isRefused(photo) || photo.changes.length > 0)
    .toSorted((a, b) => Number(isRefused(b)) - Number(isRefused(a)));
  const rows = useRows(photos);
  return (
    <>
      <h2 ref={title} tabIndex={-1} className={classes.title}>
        {counts.changed === 0 ? 'Nothing would change' : `${count(counts.changed, 'photo')} would change`}
      </h2>
      <p className={classes.counts}>{countsInWords(preview)}</p>
      {photos.length > 0 && (
        <Table.ScrollContainer
          minWidth={500}
          maxHeight={360}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'The preview' } }}
        >
          <Table stickyHeader aria-label="What would be changed" className={classes.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Photo</Table.Th>
                <Table.Th>Before and after</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.shown.map((photo) => (
                <Row key={photo.photoId} photo={photo} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <MoreRows {...rows} />
      {counts.unchanged > 0 && (
        <Checkbox
          label={`Show the ${counts.unchanged} that stay as they are too`}
          checked={isWhole}
          onChange={(event) => setWhole(event.currentTarget.checked)}
        />
      )}
    </>
  );
}

function Row({ photo }: { readonly photo: PreviewedPhoto }) {
  const { photoId, fileName, changes, problem, voidsApproval } = photo;
  return (
    <Table.Tr>
      <Table.Td className={classes.name}>{fileName === '' ? `photo ${photoId}` : fileName}</Table.Td>
      <Table.Td>
        {problem !== null && <p className={classes.refused}>Left as it is: {problem}</p>}
        {changes.map(({ field, before, after }) => (
          <div key={field} className={classes.change}>
            <span className={classes.quiet}>{writtenTitles[field]}</span>
            <ChangedValue before={before} after={after} />
          </div>
        ))}
        {changes.length === 0 && problem === null && <span className={classes.quiet}>stays as it is</span>}
        {voidsApproval && problem === null && <p className={classes.warned}>Its approval is void then</p>}
      </Table.Td>
    </Table.Tr>
  );
}

const isRefused = ({ problem }: PreviewedPhoto) => problem !== null;

function countsInWords({ counts: { unchanged, problems, matches, voidedApprovals } }: BulkPreview): string {
  return [
    matches > 0 ? `${count(matches, 'place')} found` : '',
    unchanged > 0 ? `${unchanged} stay as they are` : '',
    problems > 0 ? `${problems} cannot be changed` : '',
    voidedApprovals > 0 ? `${count(voidedApprovals, 'approval')} void then` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
