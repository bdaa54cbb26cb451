import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../frame/empty-state.tsx';
import { Problems } from '../../frame/problems.tsx';
import { count, stageInWords, timeInWords } from '../../lib/words.ts';
import { crashReportsQuery } from './queries.ts';
import classes from './operations.module.css';

/** What ended without being asked to, and where its report lies. */
export function CrashList() {
  const { data, error, refetch } = useQuery(crashReportsQuery());
  return (
    <section className={classes.section} aria-label="Crash reports">
      <h2>Crash reports</h2>
      {error !== null && data === undefined && (
        <Problems error={error} title="The crash reports could not be read" retry={() => void refetch()} />
      )}
      {data?.newest.length === 0 && <EmptyState title="Nothing crashed" />}
      {data !== undefined && data.newest.length > 0 && (
        <ul className={classes.reports}>
          {data.newest.map(({ at, kind, reason, stage, photoId, path }) => (
            <li key={path}>
              {timeInWords(at)} <strong>{kind}</strong>
              {stage === null ? '' : ` at ${stageInWords(stage)}`}
              {photoId === null ? '' : `, photo ${photoId}`}: {reason}
              <span className={classes.name}>{path}</span>
            </li>
          ))}
        </ul>
      )}
      {data !== undefined && data.count > data.newest.length && (
        <p className={classes.quiet}>{count(data.count, 'report')} are kept in the data folder.</p>
      )}
    </section>
  );
}
