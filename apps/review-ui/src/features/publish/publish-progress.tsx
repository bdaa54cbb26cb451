import { Button, SegmentedControl } from '@mantine/core';
import type { PublicationState } from '@proofline/domain/publication.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { overviewQuery } from '../../frame/overview.ts';
import { Problems } from '../../frame/problems.tsx';
import { count } from '../../lib/words.ts';
import { ProgressTable } from './progress-table.tsx';
import { progressTally } from './progress-tally.ts';
import type { PublicationRun } from './publication-run.ts';
import { progressQuery, usePublishFailedAgain } from './queries.ts';
import { TargetLine } from './target-line.tsx';
import classes from './publish.module.css';

type Props = { readonly run: PublicationRun; readonly onClose: () => void };

const choices = [
  { value: 'all', label: 'All' },
  { value: 'uploading', label: 'Being sent' },
  { value: 'failed', label: 'Came to nothing' },
] as const satisfies readonly { value: PublicationState | 'all'; label: string }[];
type Choice = (typeof choices)[number]['value'];

/** How far the photos are that were just asked for: each target in figures, each photo step by step. */
export function PublishProgress({ run, onClose }: Props) {
  const [chosen, setChosen] = useState<Choice>('all');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    progressQuery(run, chosen === 'all' ? null : chosen),
  );
  const { data: overviews = [] } = useQuery(overviewQuery());
  const again = usePublishFailedAgain(run);
  const targets = data?.pages[0]?.targets ?? [];
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const { done, failed, isOver } = progressTally(targets);
  const isRead = data !== undefined;
  const halted = overviews.flatMap(({ blockedBy }) => blockedBy).find(({ stage }) => stage === 'publish-photo');
  return (
    <section className={classes.progress} aria-label="Publication under way">
      <p role="status">
        {done} of {count(run.photos, 'photo')} on the site
        {failed > 0 ? `, ${failed} came to nothing` : ''}
        {isRead && isOver ? '. Done.' : ' …'}
      </p>
      {targets.map((target) => (
        <TargetLine
          key={target.target}
          name={String(run.first)}
          target={target}
          bytes={targets.length === 1 ? run.bytes : null}
        />
      ))}
      {error !== null && !isRead && (
        <Problems error={error} title="How far it is could not be read" retry={() => void refetch()} />
      )}
      <SegmentedControl
        size="xs"
        className={classes.choice}
        aria-label="Photos to show"
        data={[...choices]}
        value={chosen}
        onChange={setChosen}
      />
      <ProgressTable items={items} photos={run.photos} />
      {/* Below the rows: it comes and goes, and they stay where they are. */}
      {halted !== undefined && !isOver && (
        <p className={classes.blocked}>
          It waits: {halted.reason}. To do: {halted.remedy}. It goes on by itself.
        </p>
      )}
      {again.isError && <Problems error={again.error} title="Nothing was tried again" />}
      <div className={classes.buttons}>
        {hasNextPage && (
          <Button size="compact-sm" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more photos
          </Button>
        )}
        {failed > 0 && (
          <Button size="compact-sm" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
            Try {count(failed, 'photo')} again
          </Button>
        )}
        {isRead && isOver && (
          <Button size="compact-sm" variant="default" onClick={onClose}>
            Close
          </Button>
        )}
      </div>
    </section>
  );
}
