import { Button } from '@mantine/core';
import type { PublicationPlan } from '@proofline/domain/publication.ts';
import { usePrefetchInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../frame/empty-state.tsx';
import { LinkButton } from '../../frame/link-button.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Problems } from '../../frame/problems.tsx';
import { useRole } from '../../frame/session.ts';
import { useCommands, useKeyOf } from '../../lib/commands.ts';
import { bytesInWords, count, secondsInWords } from '../../lib/words.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { OnSite } from './on-site.tsx';
import { PlanTable } from './plan-table.tsx';
import { isDue } from './plan-tally.ts';
import { usePublicationRun } from './publication-run.ts';
import { PublishProgress } from './publish-progress.tsx';
import { onSiteQuery, planQuery } from './queries.ts';
import classes from './publish.module.css';

const PUBLISH = 'Publish what the plan says';
const RETRY = 'Publish what failed again';

/** What goes to the site, what is there, and how it comes back. */
export function PublishPage() {
  const isOperator = useRole('operator');
  const { data: plan, error, refetch, isPending } = useQuery(planQuery());
  usePrefetchInfiniteQuery(onSiteQuery());
  const [asked, setAsked] = useState<readonly number[] | null>(null);
  const [run, setRun] = usePublicationRun();
  const due = plan?.items.filter(isDue) ?? [];
  const failed = due.filter(({ lastFailure }) => lastFailure !== null);
  const ask = (items: typeof due) => {
    if (isOperator && items.length > 0) setAsked(items.map(({ photoId }) => photoId));
  };
  useCommands('Publish', [
    { keys: ['shift+p'], title: PUBLISH, run: () => ask(due) },
    { keys: ['shift+r'], title: RETRY, run: () => ask(failed) },
  ]);
  const keys = { publish: useKeyOf(PUBLISH), retry: useKeyOf(RETRY) };
  return (
    <div className={classes.page}>
      <div className={classes.title}>
        <h1>Publish</h1>
        <span className={classes.gap} />
        {isOperator && failed.length > 0 && (
          <Button variant="default" onClick={() => ask(failed)}>
            Try {count(failed.length, 'failed photo')} again … ({keys.retry})
          </Button>
        )}
        {isOperator && due.length > 0 && (
          <Button onClick={() => ask(due)}>
            Publish {count(due.length, 'photo')} … ({keys.publish})
          </Button>
        )}
        <LinkButton variant="default" to="/audit">
          Look through the site
        </LinkButton>
      </div>
      {/* Its line is kept while it has nothing to say: what stands below would move. */}
      <p className={classes.due}>{plan === undefined || plan.photos === 0 ? '\u00a0' : dueInWords(plan)}</p>
      {run !== null && <PublishProgress run={run} onClose={() => setRun(null)} />}
      {error !== null && plan === undefined && (
        <Problems error={error} title="The plan could not be made" retry={() => void refetch()} />
      )}
      {plan === undefined && error === null && <Loading what="the plan" lines={5} />}
      {plan?.items.length === 0 && (
        <EmptyState title="Nothing is approved that the site does not have">
          <p>
            Photos come here when somebody approves them. <Link to="/review">Go to Review</Link>
          </p>
        </EmptyState>
      )}
      {plan !== undefined && plan.items.length > 0 && <PlanTable items={plan.items} />}
      {/* The plan is as long as it is; what stands below it comes when it is there. */}
      {!isPending && <OnSite />}
      {plan !== undefined && asked !== null && (
        <ConfirmDialog close={() => setAsked(null)} plan={plan} photoIds={asked} onPublished={setRun} />
      )}
    </div>
  );
}

function dueInWords({ photos, bytes, seconds, measuredBy }: PublicationPlan): string {
  const time =
    seconds === null
      ? 'how long it takes is known after the first publication'
      : `about ${secondsInWords(seconds)}, as the last ${count(measuredBy, 'publication')} took`;
  return `${count(photos, 'photo')} · ${bytesInWords(bytes)} · ${time}`;
}
