import { useDeferredValue } from 'react';
import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { Loading } from '../../frame/loading.tsx';
import { overviewQuery } from '../../frame/overview.ts';
import { PreflightList } from '../../frame/preflight.tsx';
import { stagesQuery } from '../../frame/stages.ts';
import { useTurns } from '../../lib/use-turns.ts';
import { CrashList } from './crash-list.tsx';
import { EventTail } from './event-tail.tsx';
import { FailureList } from './failure-list.tsx';
import {
  crashReportsQuery,
  eventsQuery,
  failedPublicationsQuery,
  failuresQuery,
  loadQuery,
  rollBacksQuery,
} from './queries.ts';
import { QueueTable } from './queue-table.tsx';
import { RollBackList } from './roll-back-list.tsx';
import { StageTable } from './stage-table.tsx';
import { WorkerTable } from './worker-table.tsx';
import classes from './operations.module.css';

/** What came to nothing and why, what waits, what everything depends on, and what happened. */
export function OperationsPage() {
  // Drawn as a transition: in many short tasks, and not in a long one.
  const isAnswered = useDeferredValue(useIsAnswered());
  return (
    <div className={classes.page}>
      <h1>Operations</h1>
      {isAnswered ? <Parts /> : <Loading what="how work stands" lines={12} />}
    </div>
  );
}

function Parts() {
  const drawn = useTurns(4);
  return (
    <>
      <div className={classes.columns}>
        <div className={classes.column}>
          <FailureList />
          <CrashList />
          <RollBackList />
          <section className={classes.section} aria-label="Preflight">
            <h2>What work depends on</h2>
            <PreflightList />
          </section>
        </div>
        <div className={classes.column}>
          {drawn > 1 && <StageTable />}
          {drawn > 2 && <WorkerTable />}
          {drawn > 2 && <QueueTable />}
        </div>
      </div>
      {drawn > 3 && <EventTail />}
    </>
  );
}

/**
 * Whether the database answered everything that stands above something else. Nobody knows before how long these lists are, and one that comes late
 * would push away what somebody reads already. What asks a disk, a server or the engine is last in its column and keeps its room.
 */
function useIsAnswered(): boolean {
  const { isPending } = useInfiniteQuery(rollBacksQuery());
  const areOthers = useQueries({
    queries: [
      failuresQuery(),
      overviewQuery(),
      failedPublicationsQuery(),
      crashReportsQuery(),
      eventsQuery(),
      stagesQuery(),
      loadQuery(),
    ],
    combine: (all) => all.every((query) => !query.isPending),
  });
  return areOthers && !isPending;
}
