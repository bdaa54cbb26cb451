import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { announce } from '../../lib/announce.ts';
import { useCommands, useKeyOf } from '../../lib/commands.ts';
import { useStore } from '../../lib/store.ts';
import { count } from '../../lib/words.ts';
import { drop, move, plannedSets, putBack, startAll, type PlannedSet } from './planned-sets.ts';
import classes from './sets.module.css';

const START = 'Start the sets of the list';

/** Sets that are put together and not started: changed, put in order, taken out, then started together. */
export function PlannedList({ onEdit }: { readonly onEdit: (set: PlannedSet) => void }) {
  const client = useQueryClient();
  const sets = useStore(plannedSets);
  const start = useMutation({
    mutationFn: () => startAll(client),
    onSuccess(started) {
      const message = `${count(started, 'set')} started`;
      announce(message);
      notifications.show({ message, color: 'neutral' });
    },
  });
  const run = () => {
    if (plannedSets.get().length > 0 && !start.isPending) start.mutate();
  };
  useCommands('Sets', [{ keys: ['ctrl+shift+enter'], title: START, run, inFields: true }]);
  const key = useKeyOf(START);
  if (sets.length === 0) return null;
  return (
    <section className={classes.planned} aria-label="Sets to start">
      <div className={classes.plannedHead}>
        <h2>To start</h2>
        <span className={classes.gap} />
        <Button loading={start.isPending} onClick={run}>
          Start {count(sets.length, 'set')}
          {key === undefined ? '' : ` (${key})`}
        </Button>
      </div>
      <ol>
        {sets.map((set, index) => (
          <li key={set.key}>
            <div>
              <strong>{set.subject}</strong>, {set.location}, {set.folderKey}
              <span className={classes.path}>{set.sourceFolder}</span>
              {set.problems.map((problem) => (
                <span key={problem} className={classes.refused} role="alert">
                  Not started: {problem}
                </span>
              ))}
            </div>
            <span className={classes.tools}>
              <Tool label={`Move ${set.subject} up`} disabled={index === 0} onClick={() => move(set.key, -1)}>
                <ArrowUp size={14} aria-hidden />
              </Tool>
              <Tool
                label={`Move ${set.subject} down`}
                disabled={index === sets.length - 1}
                onClick={() => move(set.key, 1)}
              >
                <ArrowDown size={14} aria-hidden />
              </Tool>
              <Tool label={`Edit ${set.subject}`} onClick={() => onEdit(set)}>
                Edit
              </Tool>
              <Tool label={`Take out ${set.subject}`} onClick={() => takeOut(set, index)}>
                Take out
              </Tool>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

type ToolProps = {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
};

function Tool({ label, disabled, onClick, children }: ToolProps) {
  return (
    <Button size="compact-sm" variant="default" aria-label={label} disabled={disabled} onClick={onClick}>
      {children}
    </Button>
  );
}

function takeOut(set: PlannedSet, at: number): void {
  drop(set.key);
  const id = notifications.show({
    color: 'neutral',
    title: `${set.subject} was taken out`,
    message: (
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          putBack(set, at);
          notifications.hide(id);
        }}
      >
        Put it back
      </Button>
    ),
  });
}
