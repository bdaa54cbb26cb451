import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../frame/empty-state.tsx';
import { Loading } from '../../frame/loading.tsx';
import { overviewQuery } from '../../frame/overview.ts';
import { Problems } from '../../frame/problems.tsx';
import { useRole } from '../../frame/session.ts';
import { count } from '../../lib/words.ts';
import { failureGroups, type FailedPhoto, type FailureGroup } from './failures.ts';
import { failedPublicationsQuery, useGiveBack, usePublishAgain, useWithdrawAgain } from './queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { SmallPhoto } from './small-photo.tsx';
import classes from './operations.module.css';

/** As many of one group as are named; the count tells of all. */
const MOST_NAMED = 20;
const MOST_PICTURES = 6;

/** What came to nothing, one line per cause, with the way on for the whole group. */
export function FailureList() {
  const { data, error, refetch } = useQuery(overviewQuery());
  const { data: plan = [] } = useQuery(failedPublicationsQuery());
  const groups = failureGroups(data ?? [], plan);
  return (
    <section className={classes.section} aria-label="Failures">
      <h2>Failures</h2>
      {error !== null && data === undefined && (
        <Problems error={error} title="The failures could not be read" retry={() => void refetch()} />
      )}
      {data === undefined && error === null && <Loading what="the failures" />}
      {data !== undefined && groups.length === 0 && <EmptyState title="No photo came to nothing" />}
      {groups.map((group) => (
        <Group key={`${group.ending} ${group.code}`} group={group} isOpen={groups.length <= 3} />
      ))}
    </section>
  );
}

function Group({ group, isOpen }: { readonly group: FailureGroup; readonly isOpen: boolean }) {
  const { ending, code, photos } = group;
  const last = photos.at(-1)!;
  return (
    <details className={classes.group} open={isOpen}>
      <summary>
        <strong>{code}</strong> {ending}, {count(photos.length, 'photo')}
      </summary>
      <p className={classes.quiet}>Last: {last.reason}</p>
      {ending !== 'refused' && ending !== 'quarantined' && (
        <div className={classes.pictures}>
          {photos.slice(0, MOST_PICTURES).map(({ photoId, fileName }) => (
            <SmallPhoto key={photoId} photoId={photoId} alt={fileName} />
          ))}
        </div>
      )}
      <ul>
        {photos.slice(0, MOST_NAMED).map((photo) => (
          <li key={photo.photoId}>
            <span className={classes.name}>{photo.fileName}</span> {placeOf(photo)}: {photo.reason}
          </li>
        ))}
        {photos.length > MOST_NAMED && <li>and {photos.length - MOST_NAMED} more</li>}
      </ul>
      <WayOn group={group} />
    </details>
  );
}

const placeOf = ({ photoId, setId }: FailedPhoto) =>
  setId === null ? `(photo ${photoId})` : `(photo ${photoId}, set ${setId})`;

/** What can be done for all photos of the group; nothing for those whose file has to be another one. */
function WayOn({ group: { ending, photos } }: { readonly group: FailureGroup }) {
  const isOperator = useRole('operator');
  const isReviewer = useRole('reviewer');
  const [isAsked, setAsked] = useState(false);
  const publish = usePublishAgain();
  const giveBack = useGiveBack();
  const withdraw = useWithdrawAgain();
  const photoIds = photos.map(({ photoId }) => photoId);
  const many = count(photos.length, 'photo');
  if (ending === 'not published' && isOperator)
    return (
      <>
        {publish.isError && <Problems error={publish.error} title="Nothing was tried again" />}
        <Button
          size="compact-sm"
          variant="default"
          loading={publish.isPending}
          onClick={() => publish.mutate(photoIds)}
        >
          Publish {many} again
        </Button>
      </>
    );
  const isGivenUp = ending === 'given up' && isOperator;
  if (!isGivenUp && !(ending === 'still on the site' && isReviewer))
    return ending === 'quarantined' || ending === 'refused' ? (
      <p className={classes.quiet}>The originals are untouched. Mend or replace the files and add them as a set.</p>
    ) : null;
  const act = isGivenUp ? giveBack : withdraw;
  const verb = isGivenUp ? 'Roll back' : 'Withdraw again';
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
        {verb}: {many} …
      </Button>
      {isAsked && (
        <ReasonDialog
          title={`${verb}: ${many}`}
          what={
            isGivenUp
              ? 'Names and working files are given back; the originals stay, and the photos can be added again as a set.'
              : 'What was in the way has to be removed first. Then the row and the files leave the site.'
          }
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
