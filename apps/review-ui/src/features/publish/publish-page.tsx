import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../frame/empty-state.tsx';
import { Problems } from '../../frame/problems.tsx';
import { useRole } from '../../frame/session.ts';
import { useCommands } from '../../lib/commands.ts';
import { bytesInWords, count, secondsInWords } from '../../lib/words.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { OnSite } from './on-site.tsx';
import { PlanTable } from './plan-table.tsx';
import { PublishProgress } from './publish-progress.tsx';
import { planQuery } from './queries.ts';
import classes from './publish.module.css';

/** What goes to the site, what is there, and how it comes back. */
export function PublishPage() {
  const isOperator = useRole('operator');
  const { data: plan, error, refetch } = useQuery(planQuery());
  const [isAsking, setAsking] = useState(false);
  const [underWay, setUnderWay] = useState<readonly number[]>([]);
  const due = plan?.items.filter(
    ({ blockedBy, change }) => blockedBy.length === 0 && change !== 'unchanged' && change !== 'withdrawn',
  );
  const mayPublish = isOperator && due !== undefined && due.length > 0;
  const ask = () => {
    if (mayPublish) setAsking(true);
  };
  useCommands('Publish', [{ keys: ['shift+p'], title: 'Publish what the plan says', run: ask }]);
  return (
    <div className={classes.page}>
      <div className={classes.title}>
        <h1>Publish</h1>
        {plan !== undefined && plan.photos > 0 && (
          <span className={classes.quiet}>
            {count(plan.photos, 'photo')} · {bytesInWords(plan.bytes)}
            {plan.seconds === null ? '' : ` · about ${secondsInWords(plan.seconds)}`}
          </span>
        )}
        <span className={classes.gap} />
        {mayPublish && <Button onClick={ask}>Publish {count(due.length, 'photo')} … (Shift P)</Button>}
      </div>
      {underWay.length > 0 && <PublishProgress photoIds={underWay} onClose={() => setUnderWay([])} />}
      {error !== null && plan === undefined && (
        <Problems error={error} title="The plan could not be made" retry={() => void refetch()} />
      )}
      {plan === undefined && error === null && <p role="status">Loading …</p>}
      {plan?.items.length === 0 && (
        <EmptyState title="Nothing is approved that the site does not have">
          <p>
            Photos come here when somebody approves them. <Link to="/review">Go to Review</Link>
          </p>
        </EmptyState>
      )}
      {plan !== undefined && plan.items.length > 0 && <PlanTable items={plan.items} />}
      <OnSite />
      {plan !== undefined && due !== undefined && (
        <ConfirmDialog
          opened={isAsking}
          close={() => setAsking(false)}
          plan={plan}
          photoIds={due.map(({ photoId }) => photoId)}
          onPublished={setUnderWay}
        />
      )}
    </div>
  );
}
