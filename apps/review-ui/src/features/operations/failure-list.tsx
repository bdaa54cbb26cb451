import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../frame/empty-state.tsx';
import { overviewQuery } from '../../frame/overview.ts';
import { Problems } from '../../frame/problems.tsx';
import { count, stageInWords } from '../../lib/words.ts';
import { failureGroups, type FailedPhoto, type FailureGroup } from './failures.ts';
import { failedPublicationsQuery, failuresQuery } from './queries.ts';
import { SmallPhoto } from './small-photo.tsx';
import { TryAgain } from './try-again.tsx';
import { WayOn } from './way-on.tsx';
import classes from './operations.module.css';

/** As many of one group as are named; the count tells of all. */
const MOST_NAMED = 20;

/** What came to nothing, one line per cause, with the way on for the whole group and for each photo. */
export function FailureList() {
  const { data: failed, error, refetch } = useQuery(failuresQuery());
  const { data: overviews = [] } = useQuery(overviewQuery());
  const { data: plan = [] } = useQuery(failedPublicationsQuery());
  const groups = failureGroups(failed ?? [], overviews, plan);
  return (
    <section className={classes.section} aria-label="Failures">
      <h2>Failures</h2>
      {error !== null && failed === undefined && (
        <Problems error={error} title="The failures could not be read" retry={() => void refetch()} />
      )}
      {failed !== undefined && groups.length === 0 && <EmptyState title="No photo came to nothing" />}
      {groups.map((group) => (
        <Group key={keyOf(group)} group={group} isOpen={groups.length <= 3} />
      ))}
    </section>
  );
}

const keyOf = ({ ending, title, cause }: FailureGroup) => `${ending} ${title} ${cause?.stage ?? ''}`;

function Group({ group, isOpen }: { readonly group: FailureGroup; readonly isOpen: boolean }) {
  const { ending, title, code, cause, photos, lastReason } = group;
  const named = photos.slice(0, MOST_NAMED);
  return (
    <details className={classes.group} open={isOpen}>
      <summary>
        <strong>{title}</strong>: {ending}
        {cause === null ? '' : ` at ${stageInWords(cause.stage)}`}, {count(group.count, 'photo')}
        {code !== null && <code className={classes.code}>{code}</code>}
      </summary>
      <p className={classes.quiet}>Last: {lastReason}</p>
      <ul className={classes.failed}>
        {named.map((photo) => (
          <li key={photo.photoId}>
            <SmallPhoto photoId={photo.photoId} alt={photo.fileName} />
            <span className={classes.failedWords}>
              <span className={classes.name}>{photo.fileName}</span> {placeOf(photo)}
              {photo.reason === lastReason ? null : <span className={classes.quiet}>: {photo.reason}</span>}
            </span>
            {cause !== null && group.count > 1 && (
              <TryAgain request={{ ...cause, photoId: photo.photoId }} many="this photo" />
            )}
          </li>
        ))}
        {group.count > named.length && <li>and {group.count - named.length} more</li>}
      </ul>
      <WayOn group={group} />
    </details>
  );
}

const placeOf = ({ photoId, setId }: FailedPhoto) =>
  setId === null ? `(photo ${photoId})` : `(photo ${photoId}, set ${setId})`;
