import { Button, Kbd, Switch } from '@mantine/core';
import { useStore } from '../../lib/store.ts';
import { acts } from './undo.ts';
import classes from './review.module.css';

type Props = {
  /** Nothing can be decided here. */
  readonly isGone: boolean;
  readonly isAdvancing: boolean;
  readonly onAdvancing: (isAdvancing: boolean) => void;
  readonly onApprove: () => void;
  readonly onReject: () => void;
  readonly onReset: () => void;
  readonly onUndo: () => void;
  readonly onBegin: () => void;
};

export function ActionBar({ isGone, isAdvancing, onAdvancing, onApprove, onReject, onReset, onUndo, onBegin }: Props) {
  const done = useStore(acts).length;
  const decide = { variant: 'default', size: 'compact-md', disabled: isGone } as const;
  return (
    <div className={classes.actions} role="group" aria-label="Decide">
      <Button {...decide} leftSection={<Kbd size="xs">A</Kbd>} onClick={onApprove}>
        Approve
      </Button>
      <Button {...decide} leftSection={<Kbd size="xs">X</Kbd>} onClick={onReject}>
        Reject
      </Button>
      <Button {...decide} leftSection={<Kbd size="xs">U</Kbd>} onClick={onReset}>
        Reset
      </Button>
      <Button variant="default" size="compact-md" disabled={done === 0} onClick={onUndo}>
        Undo
      </Button>
      <span className={classes.gap} />
      <Switch
        size="xs"
        label="Go on after a decision"
        checked={isAdvancing}
        onChange={(event) => onAdvancing(event.currentTarget.checked)}
      />
      <Button variant="default" size="compact-md" onClick={onBegin}>
        Begin a new list
      </Button>
    </div>
  );
}
