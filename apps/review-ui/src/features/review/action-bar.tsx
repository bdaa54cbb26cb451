import { Button, Kbd, Switch } from '@mantine/core';
import { memo } from 'react';
import { runCommand, useKeyOf } from '../../lib/commands.ts';
import { count } from '../../lib/words.ts';
import { useCanUndo } from './undo.ts';
import classes from './review.module.css';

type Props = {
  /** How many photos the next act is for. */
  readonly photos: number;
  readonly isSelection: boolean;
  /** Nothing can be decided here. */
  readonly isGone: boolean;
  readonly isAdvancing: boolean;
  readonly onAdvancing: (isAdvancing: boolean) => void;
  readonly onClear: () => void;
  readonly onBegin: () => void;
};

export function ActionBar(props: Props) {
  const { photos, isSelection, isGone, isAdvancing, onAdvancing, onClear, onBegin } = props;
  const canUndo = useCanUndo();
  return (
    <div className={classes.actions} role="group" aria-label="Decide">
      <ActButton title="Approve" command="Approve" disabled={isGone} />
      <ActButton title="Reject …" command="Reject, with a reason" disabled={isGone} />
      <ActButton title="Reset" command="Back to undecided" disabled={isGone} />
      <ActButton title="Edit many …" command="Edit many photos" disabled={false} />
      <ActButton title="Undo" command="Undo" disabled={!canUndo} />
      <span className={classes.scope} data-selection={isSelection}>
        {isSelection ? `${photos} selected` : count(photos, 'photo')}
      </span>
      {isSelection && (
        <Button size="compact-sm" variant="default" onClick={onClear}>
          Select nothing (Esc)
        </Button>
      )}
      <span className={classes.gap} />
      <AdvanceSwitch isAdvancing={isAdvancing} onAdvancing={onAdvancing} />
      <Button variant="default" size="compact-md" onClick={onBegin}>
        Begin a new list
      </Button>
    </div>
  );
}

type SwitchProps = Pick<Props, 'isAdvancing' | 'onAdvancing'>;

// These are the same for photo after photo, and drawn once.
const AdvanceSwitch = memo(function AdvanceSwitch({ isAdvancing, onAdvancing }: SwitchProps) {
  return (
    <Switch
      size="xs"
      label="Go on after a decision"
      checked={isAdvancing}
      onChange={(event) => onAdvancing(event.currentTarget.checked)}
    />
  );
});

type ButtonProps = {
  readonly title: string;
  /** As the keyboard knows it: the button does what its key does. */
  readonly command: string;
  readonly disabled: boolean;
};

const ActButton = memo(function ActButton({ title, command, disabled }: ButtonProps) {
  const key = useKeyOf(command);
  return (
    <Button
      variant="default"
      size="compact-md"
      disabled={disabled}
      leftSection={key !== undefined && <Kbd size="xs">{key}</Kbd>}
      onClick={() => runCommand(command)}
    >
      {title}
    </Button>
  );
});
