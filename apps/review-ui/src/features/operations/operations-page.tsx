import { PreflightList } from '../../frame/preflight.tsx';
import { CrashList } from './crash-list.tsx';
import { EventTail } from './event-tail.tsx';
import { FailureList } from './failure-list.tsx';
import { QueueTable } from './queue-table.tsx';
import { RollBackList } from './roll-back-list.tsx';
import { StageTable } from './stage-table.tsx';
import { WorkerTable } from './worker-table.tsx';
import classes from './operations.module.css';

/** What came to nothing and why, what waits, what everything depends on, and what happened. */
export function OperationsPage() {
  return (
    <div className={classes.page}>
      <h1>Operations</h1>
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
          <StageTable />
          <WorkerTable />
          <QueueTable />
        </div>
      </div>
      <EventTail />
    </div>
  );
}
