import { Table } from '@mantine/core';
import type { PublicationProgressItem } from '@proofline/domain/publication-progress.ts';
import { Check, LoaderCircle, Minus, X } from 'lucide-react';
import { OnSiteLink } from './on-site-link.tsx';
import { photoStanding, shownSteps, stepStandings, type StepStanding } from './step-standing.ts';
import classes from './publish.module.css';

type Props = { readonly items: readonly PublicationProgressItem[]; readonly photos: number };

/** As many rows as are seen at once; the place for them is there before they are. */
const ROWS_IN_VIEW = 6;
const ROW_PX = 48;

/** Photo by photo, which steps of its publication are done. */
export function ProgressTable({ items, photos }: Props) {
  const height = ROW_PX * (1 + Math.min(photos, ROWS_IN_VIEW));
  return (
    <Table.ScrollContainer
      minWidth={800}
      maxHeight={height}
      mih={height}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Photo by photo' } }}
    >
      <Table stickyHeader className={classes.steps} aria-label="How far each photo is">
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.nameColumn}>File name</Table.Th>
            {Object.entries(shownSteps).map(([step, { title }]) => (
              <Table.Th key={step}>{title}</Table.Th>
            ))}
            <Table.Th className={classes.standingColumn}>State</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <ProgressRow key={item.photoId} item={item} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function ProgressRow({ item }: { readonly item: PublicationProgressItem }) {
  const standing = photoStanding(item);
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.name}>
        <OnSiteLink fileName={item.fileName} webUrl={item.webUrl} />
      </Table.Th>
      {Object.entries(stepStandings(item)).map(([step, { mark, words }]) => (
        <Table.Td key={step} className={classes.step} data-mark={mark}>
          <Mark mark={mark} />
          {mark === 'waits' ? <span className="unseen">{words}</span> : words}
        </Table.Td>
      ))}
      <Table.Td>
        <span className={classes.standing} data-failed={item.failure !== null} title={standing}>
          {standing}
        </span>
      </Table.Td>
    </Table.Tr>
  );
}

const marks = { done: Check, 'under-way': LoaderCircle, waits: null, skipped: Minus, 'not-done': X } as const;

function Mark({ mark }: Pick<StepStanding, 'mark'>) {
  const Icon = marks[mark];
  return Icon === null ? <span aria-hidden>·</span> : <Icon size={12} aria-hidden />;
}
