import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../frame/empty-state.tsx';
import { Loading } from '../../frame/loading.tsx';
import { overviewQuery } from '../../frame/overview.ts';
import { Problems } from '../../frame/problems.tsx';
import { useRole } from '../../frame/session.ts';
import { count } from '../../lib/words.ts';
import { Interrupted } from './interrupted.tsx';
import { NewSetForm } from './new-set-form.tsx';
import { PlannedList } from './planned-list.tsx';
import type { PlannedSet } from './planned-sets.ts';
import { isUnderWay, ProgressLine } from './progress-line.tsx';
import { SetCard } from './set-card.tsx';
import { WorkPause } from './work-pause.tsx';
import classes from './sets.module.css';

/** Folders of photos on their way: new ones, and how each one stands. */
export function SetsPage() {
  const isOperator = useRole('operator');
  const [edited, setEdited] = useState<PlannedSet | null>(null);
  const { data, error, refetch } = useQuery(overviewQuery());
  const underWay = (data ?? []).filter(isUnderWay);
  const moving = underWay.filter(({ set }) => set.hold === null);
  return (
    <div className={classes.page}>
      <div className={classes.heading}>
        <h1>Sets</h1>
        {moving.length > 1 && (
          <ProgressLine
            name={`all ${moving.map(({ set }) => set.id).join(' ')}`}
            sets={moving}
            label={`${count(moving.length, 'set')} under way`}
          />
        )}
        <WorkPause isUnderWay={underWay.length > 0} />
      </div>
      {isOperator && (
        <div className={classes.left}>
          <NewSetForm key={edited?.key ?? 'new'} known={data ?? []} edited={edited} onDone={() => setEdited(null)} />
        </div>
      )}
      <section className={classes.list} aria-label="All sets">
        <Interrupted />
        {isOperator && <PlannedList onEdit={setEdited} />}
        {error !== null && data === undefined && (
          <Problems error={error} title="The sets could not be read" retry={() => void refetch()} />
        )}
        {data === undefined && error === null && <Loading what="the sets" lines={4} />}
        {data?.length === 0 && (
          <EmptyState title="No set yet">
            <p>Choose a folder of photos, say what they show and where, and add it. The originals are only read.</p>
          </EmptyState>
        )}
        {data?.map((overview) => (
          <SetCard key={overview.set.id} overview={overview} isOperator={isOperator} />
        ))}
      </section>
    </div>
  );
}
