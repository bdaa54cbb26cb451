import { Button } from '@mantine/core';
import type { RetryRequest } from '@proofline/domain/failure.ts';
import { Problems } from '../../frame/problems.tsx';
import { useRole } from '../../frame/session.ts';
import { count } from '../../lib/words.ts';
import { useRetry } from './queries.ts';
import classes from './operations.module.css';

type Props = {
  readonly request: RetryRequest;
  /** What is tried again, for people. */
  readonly many: string;
};

/** Begins the work again at the stage where it came to nothing, and says what could not be begun. */
export function TryAgain({ request, many }: Props) {
  const isOps = useRole('ops');
  const retry = useRetry();
  if (!isOps) return null;
  return (
    <div className={classes.tryAgain}>
      <Button
        size={request.photoId === undefined ? 'compact-sm' : 'compact-xs'}
        variant="default"
        loading={retry.isPending}
        onClick={() => retry.mutate(request)}
      >
        {request.photoId === undefined ? `Try ${many} again` : <Alone photoId={request.photoId} />}
      </Button>
      {retry.isError && <Problems error={retry.error} title="Nothing was tried again" />}
      {retry.data !== undefined && retry.data.left.length > 0 && (
        <div role="alert" className={classes.warning}>
          {retry.data.photoIds.length > 0 && `${count(retry.data.photoIds.length, 'photo')} begun again. `}
          {count(retry.data.left.length, 'photo')} left as {retry.data.left.length === 1 ? 'it was' : 'they were'}:{' '}
          {[...new Set(retry.data.left.map(({ reason }) => reason))].slice(0, 3).join('; ')}
        </div>
      )}
    </div>
  );
}

function Alone({ photoId }: { readonly photoId: number }) {
  return (
    <>
      Try again<span className="unseen"> photo {photoId} alone</span>
    </>
  );
}
