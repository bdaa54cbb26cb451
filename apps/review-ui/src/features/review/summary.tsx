import { Button } from '@mantine/core';
import { LinkButton } from '../../frame/link-button.tsx';
import { count } from '../../lib/words.ts';
import type { Tally } from './tally.ts';
import classes from './review.module.css';

type Props = {
  readonly tally: Tally;
  readonly startedAt: number;
  readonly onFirstPending: () => void;
  readonly onBegin: () => void;
};

/** What stands at the end of the list. */
export function Summary({ tally, startedAt, onFirstPending, onBegin }: Props) {
  const { approved, rejected, pending } = tally;
  const decided = approved + rejected;
  const minutes = (Date.now() - startedAt) / 60_000;
  return (
    <section className={classes.summary} aria-label="Summary">
      <h2>End of the list</h2>
      <dl>
        <dt>Approved</dt>
        <dd>{approved}</dd>
        <dt>Rejected</dt>
        <dd>{rejected}</dd>
        <dt>Undecided</dt>
        <dd>{pending}</dd>
        <dt>Since this list was begun</dt>
        <dd>{count(Math.max(1, Math.round(minutes)), 'minute')}</dd>
        {decided > 0 && (
          <>
            <dt>Per 100 photos at this pace</dt>
            <dd>{count(Math.max(1, Math.round((minutes / decided) * 100)), 'minute')}</dd>
          </>
        )}
      </dl>
      <div className={classes.buttons}>
        {pending > 0 && (
          <Button variant="default" onClick={onFirstPending}>
            Next undecided (N)
          </Button>
        )}
        <Button variant="default" onClick={onBegin}>
          Begin a new list
        </Button>
        {approved > 0 && <LinkButton to="/publish">Go to publish (G P)</LinkButton>}
      </div>
    </section>
  );
}
