import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { count } from '../../lib/words.ts';
import { progressQuery } from './queries.ts';
import classes from './publish.module.css';

/** How far the photos are that were just asked for. What the site has is told by the plan: nothing is left to send. */
export function PublishProgress({
  photoIds,
  onClose,
}: {
  readonly photoIds: readonly number[];
  readonly onClose: () => void;
}) {
  const { data: items = [] } = useQuery(progressQuery(photoIds));
  const done = items.filter(({ change }) => change === 'unchanged').length;
  const failed = items.filter(
    ({ change, blockedBy, lastFailure }) => change !== 'unchanged' && blockedBy.length === 0 && lastFailure !== null,
  );
  const isOver = items.length > 0 && done + failed.length === items.length;
  return (
    <section className={classes.progress} aria-label="Publication under way">
      <p role="status">
        {done} of {count(photoIds.length, 'photo')} on the site
        {failed.length > 0 ? `, ${failed.length} came to nothing` : ''}
        {isOver ? '. Done.' : ' …'}
      </p>
      <Progress
        value={(done / photoIds.length) * 100}
        transitionDuration={0}
        aria-label={`${done} of ${photoIds.length} on the site`}
      />
      {failed.map(({ photoId, fileName, lastFailure }) => (
        <p key={photoId} className={classes.blocked}>
          {fileName}: {lastFailure}
        </p>
      ))}
      {isOver && (
        <Button size="compact-sm" variant="default" onClick={onClose}>
          Close
        </Button>
      )}
    </section>
  );
}
