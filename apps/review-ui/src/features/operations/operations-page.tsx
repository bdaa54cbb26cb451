import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../frame/empty-state.tsx';
import { overviewQuery } from '../../frame/overview.ts';
import { Problems } from '../../frame/problems.tsx';
import { count, stageInWords, timeInWords } from '../../lib/words.ts';
import { EventTail } from './event-tail.tsx';
import { failureGroups } from './failures.ts';
import { crashReportsQuery } from './queries.ts';
import { StageTable } from './stage-table.tsx';
import classes from './operations.module.css';

/** What came to nothing and why, what waits, and what happened. */
export function OperationsPage() {
  return (
    <div className={classes.page}>
      <h1>Operations</h1>
      <div className={classes.columns}>
        <div className={classes.column}>
          <Failures />
          <CrashReports />
        </div>
        <StageTable />
      </div>
      <EventTail />
    </div>
  );
}

function Failures() {
  const { data, error, refetch } = useQuery(overviewQuery());
  const groups = failureGroups(data ?? []);
  return (
    <section className={classes.section} aria-label="Failures">
      <h2>Failures</h2>
      {error !== null && data === undefined && (
        <Problems error={error} title="The failures could not be read" retry={() => void refetch()} />
      )}
      {data === undefined && error === null && <p role="status">Loading …</p>}
      {data !== undefined && groups.length === 0 && <EmptyState title="No photo came to nothing" />}
      {groups.map(({ ending, code, photos }) => (
        <details key={`${ending} ${code}`} className={classes.group} open={groups.length <= 3}>
          <summary>
            <strong>{code}</strong> {ending}, {count(photos.length, 'photo')}
          </summary>
          <ul>
            {photos.map(({ photoId, setId, originalFileName, reason }) => (
              <li key={photoId}>
                <span className={classes.name}>{originalFileName}</span> (photo {photoId}, set {setId}): {reason}
              </li>
            ))}
          </ul>
        </details>
      ))}
      {(data ?? []).flatMap(({ blockedBy, set }) =>
        blockedBy.map(({ stage, condition, reason, remedy, probes }) => (
          <p key={`${set.id} ${stage}`} className={classes.warning}>
            {stageInWords(stage)} waits ({condition}) for set {set.id}: {reason}. To do: {remedy}. Asked again{' '}
            {count(probes, 'time')}.
          </p>
        )),
      )}
    </section>
  );
}

function CrashReports() {
  const { data, error, refetch } = useQuery(crashReportsQuery());
  return (
    <section className={classes.section} aria-label="Crash reports">
      <h2>Crash reports</h2>
      {error !== null && data === undefined && (
        <Problems error={error} title="The crash reports could not be read" retry={() => void refetch()} />
      )}
      {data?.newest.length === 0 && <EmptyState title="Nothing crashed" />}
      <ul className={classes.reports}>
        {data?.newest.map(({ at, kind, reason, stage, photoId, path }) => (
          <li key={path}>
            {timeInWords(at)} <strong>{kind}</strong>
            {stage === null ? '' : ` at ${stageInWords(stage)}`}
            {photoId === null ? '' : `, photo ${photoId}`}: {reason}
            <span className={classes.name}>{path}</span>
          </li>
        ))}
      </ul>
      {data !== undefined && data.count > data.newest.length && (
        <p className={classes.quiet}>{count(data.count, 'report')} are kept in the data folder.</p>
      )}
    </section>
  );
}
