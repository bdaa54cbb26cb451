import { Button } from '@mantine/core';
import { useState } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { useRole } from '../../frame/session.ts';
import { count } from '../../lib/words.ts';
import type { FailureGroup } from './failures.ts';
import { useGiveBack, usePublishAgain, useWithdrawAgain } from './queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { TryAgain } from './try-again.tsx';
import classes from './operations.module.css';

/** What can be done for all photos of the group. */
export function WayOn({ group }: { readonly group: FailureGroup }) {
  const { ending, cause, photoIds } = group;
  return (
    <>
      {(ending === 'quarantined' || ending === 'refused') && (
        <p className={classes.quiet}>The originals are untouched. {adviceOn(cause?.code)}</p>
      )}
      <div className={classes.ways}>
        {cause !== null && <TryAgain request={cause} many={count(group.count, 'photo')} />}
        {ending === 'not published' && <PublishAgain photoIds={photoIds} />}
        {ending === 'given up' && photoIds.length > 0 && <GiveBack photoIds={photoIds} />}
        {ending === 'still on the site' && <WithdrawAgain photoIds={photoIds} />}
      </div>
    </>
  );
}

function adviceOn(code: string | undefined): string {
  if (code === 'duplicate') return 'Nothing has to be done, unless the other one was rolled back: then try it again.';
  return 'Mend or replace the files in their folder, then try them again.';
}

type Photos = { readonly photoIds: readonly number[] };

function PublishAgain({ photoIds }: Photos) {
  const isOperator = useRole('operator');
  const publish = usePublishAgain();
  if (!isOperator) return null;
  return (
    <>
      {publish.isError && <Problems error={publish.error} title="Nothing was tried again" />}
      <Button size="compact-sm" variant="default" loading={publish.isPending} onClick={() => publish.mutate(photoIds)}>
        Publish {count(photoIds.length, 'photo')} again
      </Button>
    </>
  );
}

function GiveBack({ photoIds }: Photos) {
  const isOperator = useRole('operator');
  return isOperator ? (
    <WithReason
      photoIds={photoIds}
      act={useGiveBack}
      verb="Roll back"
      what="Names and working files are given back; the originals stay, and the photos can be added again as a set."
    />
  ) : null;
}

function WithdrawAgain({ photoIds }: Photos) {
  const isReviewer = useRole('reviewer');
  return isReviewer ? (
    <WithReason
      photoIds={photoIds}
      act={useWithdrawAgain}
      verb="Withdraw again"
      what="What was in the way has to be removed first. Then the row and the files leave the site."
    />
  ) : null;
}

type Asked = Photos & {
  readonly act: typeof useGiveBack;
  readonly verb: string;
  readonly what: string;
};

function WithReason({ photoIds, act: useAct, verb, what }: Asked) {
  const [isAsked, setAsked] = useState(false);
  const act = useAct();
  const title = `${verb}: ${count(photoIds.length, 'photo')}`;
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
        {title} …
      </Button>
      {isAsked && (
        <ReasonDialog
          title={title}
          what={what}
          verb={verb}
          isPending={act.isPending}
          error={act.error}
          close={() => setAsked(false)}
          onReason={(reason) => act.mutate({ photoIds, reason }, { onSuccess: () => setAsked(false) })}
        />
      )}
    </>
  );
}
