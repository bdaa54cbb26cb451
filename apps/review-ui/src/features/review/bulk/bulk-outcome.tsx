import { Button, Table } from '@mantine/core';
import type { BulkPhotoResult, BulkPreview, BulkResult } from '@proofline/domain/bulk-edit.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Problems } from '../../../frame/problems.tsx';
import { count } from '../../../lib/words.ts';
import { undoThis } from '../undo.ts';
import { MoreRows, useRows } from './more-rows.tsx';
import classes from './bulk.module.css';

type Props = { readonly result: BulkResult; readonly preview: BulkPreview; readonly close: () => void };

/** What became of each photo, and the way back for all of them. */
export function BulkOutcome({ result: { actId, photos }, preview, close }: Props) {
  const client = useQueryClient();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const names = new Map(preview.photos.map(({ photoId, fileName }) => [photoId, fileName]));
  const of = (wanted: BulkPhotoResult['outcome']) => photos.filter(({ outcome }) => outcome === wanted);
  const changed = of('changed').length;
  const rows = useRows([...of('left'), ...of('changed'), ...of('unchanged')]);
  const undoing = useMutation({ mutationFn: (id: number) => undoThis(client, id) });
  const undone = undoing.data;
  const stays = new Set(undone?.left);
  return (
    <div className={classes.form}>
      <h2 ref={title} tabIndex={-1} className={classes.title}>
        {undone?.isDone === true ? `Undone: ${count(changed, 'photo')}` : `Changed ${count(changed, 'photo')}`}
      </h2>
      <p className={classes.counts}>
        {of('left').length > 0 && `${of('left').length} left as they are · `}
        {of('unchanged').length > 0 && `${of('unchanged').length} needed no change · `}
        {actId === null
          ? 'nothing to undo'
          : undone === undefined
            ? 'one undo takes all of it back'
            : 'Ctrl + Shift + Z does it again'}
      </p>
      <Table.ScrollContainer
        minWidth={500}
        maxHeight={360}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'The result' } }}
      >
        <Table stickyHeader aria-label="What became of each photo" className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Photo</Table.Th>
              <Table.Th>Result</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.shown.map(({ photoId, outcome, reason }) => (
              <Table.Tr key={photoId}>
                <Table.Td className={classes.name}>{names.get(photoId) || `photo ${photoId}`}</Table.Td>
                <Table.Td className={outcome === 'left' ? classes.refused : undefined}>
                  {words[outcome]}
                  {outcome === 'changed' && undone?.isDone === true && !stays.has(photoId) && ', and undone'}
                  {reason === null ? '' : `: ${reason}`}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <MoreRows {...rows} />
      {undoing.isError && <Problems error={undoing.error} title="Nothing was undone" />}
      {undone?.notes.map((note) => (
        <p key={note} className={classes.warned}>
          {note}
        </p>
      ))}
      <div className={classes.buttons}>
        {actId !== null && (
          <Button
            variant="default"
            disabled={undone !== undefined}
            loading={undoing.isPending}
            onClick={() => undoing.mutate(actId)}
          >
            Undo all of it
          </Button>
        )}
        <Button onClick={close}>Close</Button>
      </div>
    </div>
  );
}

const words = { changed: 'changed', unchanged: 'needed no change', left: 'left as it is' } as const;
