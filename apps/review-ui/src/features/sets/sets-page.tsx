import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../frame/empty-state.tsx';
import { overviewQuery } from '../../frame/overview.ts';
import { Problems } from '../../frame/problems.tsx';
import { useRole } from '../../frame/session.ts';
import { NewSetForm } from './new-set-form.tsx';
import { SetCard } from './set-card.tsx';
import classes from './sets.module.css';

/** Folders of photos on their way: new ones, and how each one stands. */
export function SetsPage() {
  const isOperator = useRole('operator');
  const { data, error, refetch } = useQuery(overviewQuery());
  return (
    <div className={classes.page}>
      <h1 className={classes.heading}>Sets</h1>
      {isOperator && <NewSetForm known={data ?? []} />}
      <section className={classes.list} aria-label="All sets">
        {error !== null && data === undefined && (
          <Problems error={error} title="The sets could not be read" retry={() => void refetch()} />
        )}
        {data === undefined && error === null && <p role="status">Loading …</p>}
        {data?.length === 0 && (
          <EmptyState title="No set yet">
            <p>Choose a folder of photos, say what they show and where, and add it. The originals are only read.</p>
          </EmptyState>
        )}
        {data?.map((overview) => (
          <SetCard key={overview.set.id} overview={overview} mayRollBack={isOperator} />
        ))}
      </section>
    </div>
  );
}
